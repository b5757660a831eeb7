#include "app/access/widgetaccess.h"

#include "app/access/panelaccess.h"
#include "app/timeline/panelwidget.h"

namespace {

/// A widget that paints itself; its description says what is to be seen.
class PictureAccess : public QAccessibleWidget {
public:
    using QAccessibleWidget::QAccessibleWidget;

    [[nodiscard]] QAccessible::Role role() const override
    {
        const bool isPicture = childCount() == 0 && !widget()->accessibleName().isEmpty();
        return isPicture ? QAccessible::Graphic : QAccessibleWidget::role();
    }
};

}  // namespace

QAccessibleInterface* widgetAccess(const QString& className, QObject* object)
{
    if (className == QLatin1String(PanelWidget::staticMetaObject.className())) {
        auto* const panel = qobject_cast<PanelWidget*>(object);
        return panel ? new PanelAccess(*panel) : nullptr;
    }
    // Qt asks for the most special class first: others are known to it.
    auto* const widget = qobject_cast<QWidget*>(object);
    const bool isOurs = widget && object->metaObject() != &QWidget::staticMetaObject;
    return isOurs && className == QLatin1String(QWidget::staticMetaObject.className())
               ? new PictureAccess(widget)
               : nullptr;
}
