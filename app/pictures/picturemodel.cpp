#include "app/pictures/picturemodel.h"

#include "app/pictures/picturetext.h"
#include "app/pictures/thumbnail.h"

namespace {

/// A tool tip that cannot be taken for markup, whatever is in it.
QString asToolTip(const QString& title, const QString& description)
{
    return QStringLiteral("<b>%1</b><br>%2")
        .arg(title.toHtmlEscaped(),
             description.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

}  // namespace

void PictureModel::setRun(const Comparison* comparison, std::size_t run)
{
    beginResetModel();
    m_comparison = comparison;
    m_run = run;
    m_thumbnails.clear();
    if (const Recording* recording = this->run())
        m_thumbnails.resize(recording->pictures.size());
    endResetModel();
}

void PictureModel::refresh()
{
    const Recording* recording = run();
    if (!recording || recording->pictures.size() <= m_thumbnails.size())
        return;
    beginInsertRows({}, rowCount(), static_cast<int>(recording->pictures.size()) - 1);
    m_thumbnails.resize(recording->pictures.size());
    endInsertRows();
}

int PictureModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_thumbnails.size());
}

QVariant PictureModel::data(const QModelIndex& index, int role) const
{
    const auto row = static_cast<std::size_t>(index.row());
    const Recording* recording = run();
    if (!index.isValid() || !recording || row >= m_thumbnails.size() ||
        row >= recording->pictures.size())
        return {};
    const LandedPicture& picture = recording->pictures[row];
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(picture);
    case Qt::DecorationRole:
        return imageOf(row);
    case Qt::ToolTipRole:
        return asToolTip(titleOf(picture), descriptionOf(picture, recording->start.origin));
    case Qt::AccessibleDescriptionRole:
        return descriptionOf(picture, recording->start.origin);
    case Qt::UserRole:
        return number(picture.task);
    default:
        return {};
    }
}

const QImage& PictureModel::imageOf(std::size_t row) const
{
    Thumbnail& thumbnail = m_thumbnails[row];
    if (!thumbnail.isDecoded)
        thumbnail = {thumbnailImage(run()->pictures[row].thumbnail, m_room), true};
    return thumbnail.image;
}

const Recording* PictureModel::run() const
{
    return m_comparison && m_run < m_comparison->runs.size() ? &m_comparison->runs[m_run] : nullptr;
}
