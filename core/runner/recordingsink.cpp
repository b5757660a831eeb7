#include "core/runner/recordingsink.h"

#include "core/runner/stoprequest.h"
#include "core/storage/deviceio.h"

#include <cstdio>

Result<void> RecordingSink::open(bool asStream, const QString& savePath)
{
    if (asStream) {
        if (auto opened = openStandardOutput(); !opened)
            return opened;
        stopRequest::listenToStandardInput();
    } else {
        keepComparison();
    }
    return savePath.isEmpty() ? Result<void>() : openFile(savePath);
}

Result<void> RecordingSink::openFile(const QString& path)
{
    m_file = std::make_unique<QSaveFile>(path);
    return openForSaving(*m_file);
}

Result<void> RecordingSink::openStandardOutput()
{
    m_output = std::make_unique<QFile>();
    if (!m_output->open(fileno(stdout), QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failure("could not write to standard output: " +
                       m_output->errorString().toStdString());
    return {};
}

void RecordingSink::take(const Frame& frame)
{
    if (m_builder) {
        if (auto added = m_builder->add(frame); !added)
            qFatal("the recorder contradicts itself: %s", added.error().message.c_str());
    }
    if (m_file && m_fileError.empty()) {
        if (auto written = StreamWriter(*m_file).write(frame); !written)
            m_fileError = written.error().message;
    }
    if (m_output && !m_isOutputLost)
        m_isOutputLost = !StreamWriter(*m_output).write(frame);
}

Result<void> RecordingSink::commit()
{
    if (!m_file)
        return {};
    const std::string name = m_file->fileName().toStdString();
    if (!m_fileError.empty()) {
        m_file->cancelWriting();
        return failure("could not write " + name + ": " + m_fileError);
    }
    if (!m_file->commit())
        return failure("could not write " + name + ": " + m_file->errorString().toStdString());
    return {};
}
