#include "app/lessons/pictureblock.h"

#include "app/shell/textlabel.h"

#include <QDir>
#include <QImageReader>
#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace {

constexpr int mostPixels = 3000;  ///< along a side; larger pictures are read smaller

QPixmap read(const QString& path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.width() > mostPixels || size.height() > mostPixels)
        reader.setScaledSize(size.scaled(mostPixels, mostPixels, Qt::KeepAspectRatio));
    return QPixmap::fromImage(reader.read());
}

}  // namespace

PictureBlock::PictureBlock(const lesson::Picture& picture, const QString& folder, QWidget* parent)
    : QWidget(parent),
      m_picture(read(QDir(folder).filePath(QString::fromStdString(picture.file)))),
      m_label(new QLabel)
{
    const QString alternative = QString::fromStdString(picture.alternative);
    m_label->setAccessibleName(alternative);
    m_label->setMinimumWidth(1);
    if (m_picture.isNull()) {
        m_label->setTextFormat(Qt::PlainText);
        m_label->setText(tr("[a picture that cannot be shown: %1]").arg(alternative));
        m_label->setWordWrap(true);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_label);
    if (picture.caption.empty())
        return;
    auto* caption = textLabel(QString::fromStdString(picture.caption), Role::Muted);
    caption->setTextFormat(Qt::PlainText);
    column->addWidget(caption);
}

void PictureBlock::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void PictureBlock::fit()
{
    if (m_picture.isNull())
        return;
    const double ratio = devicePixelRatioF();
    const int width = qMin(static_cast<int>(this->width() * ratio), m_picture.width());
    QPixmap scaled = m_picture.scaledToWidth(qMax(1, width), Qt::SmoothTransformation);
    scaled.setDevicePixelRatio(ratio);
    m_label->setPixmap(scaled);
}
