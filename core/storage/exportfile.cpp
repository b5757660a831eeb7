#include "core/storage/exportfile.h"

#include "core/storage/chrometrace.h"
#include "core/storage/csvexport.h"
#include "core/storage/deviceio.h"
#include "core/storage/fxttrace.h"
#include "core/storage/traceexport.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace {

/// Takes nothing more once it is asked to stop.
class StoppableFile : public QSaveFile {
public:
    StoppableFile(const QString& path, std::stop_token stop)
        : QSaveFile(path),
          m_stop(std::move(stop))
    {}

protected:
    qint64 writeData(const char* data, qint64 size) override
    {
        if (!m_stop.stop_requested())
            return QSaveFile::writeData(data, size);
        setErrorString(QStringLiteral("stopped"));
        return -1;
    }

private:
    const std::stop_token m_stop;
};

}  // namespace

QString endingOf(ExportFormat format)
{
    const auto* const traits = std::ranges::find(exportTraits, format, &ExportTraits::format);
    return QString::fromLatin1(traits->ending.data(),
                               static_cast<qsizetype>(traits->ending.size()));
}

std::optional<ExportFormat> exportFormatOf(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    for (const ExportTraits& traits : exportTraits) {
        if (ending == endingOf(traits.format))
            return traits.format;
    }
    return std::nullopt;
}

Result<void> exportTo(QIODevice& device, const Comparison& comparison, ExportFormat format)
{
    switch (format) {
    case ExportFormat::ChromeJson: {
        ChromeTrace trace(device, comparison.producer, comparison.machine.model);
        return writeTrace(comparison, trace);
    }
    case ExportFormat::Fxt: {
        FxtTrace trace(device);
        return writeTrace(comparison, trace);
    }
    case ExportFormat::Csv:
        return writeCsv(comparison, device);
    }
    return {};
}

Result<void> exportFile(const QString& path, const Comparison& comparison, ExportFormat format,
                        const std::stop_token& stop)
{
    StoppableFile file(path, stop);
    return saveFile(file, [&](QIODevice& device) { return exportTo(device, comparison, format); });
}
