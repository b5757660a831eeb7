#include "app/shell/aboutbox.h"

#include "app/shell/glyph.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

AboutBox::AboutBox(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("About Coreogram"));
    setAttribute(Qt::WA_DeleteOnClose);
    createText();
}

void AboutBox::createText()
{
    auto* logo = new QLabel;
    logo->setPixmap(glyphPixmap(Glyph::Logo, palette().color(QPalette::Highlight), 48));
    auto* text = new QLabel(
        tr("<h2>Coreogram %1</h2>"
           "<p>Shows what a machine's cores really do: the same work run one task after another, "
           "in turns, split, and both at once, each as a live timeline.</p>"
           "<p>Free software under the <b>GNU General Public License, version 3 or later</b>. "
           "It comes with no warranty.</p>"
           "<p>Made with Qt %2 (Widgets, Charts, Svg), QScintilla, hwloc and tl::expected.</p>")
            .arg(QStringLiteral(COREOGRAM_VERSION), QString::fromLatin1(qVersion())));
    text->setWordWrap(true);
    text->setMinimumWidth(400);
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->addWidget(logo);
    column->addWidget(text);
    column->addWidget(buttons);
}
