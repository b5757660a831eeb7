#include "tests/support/fxtreader.h"

#include <QHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace {

class Reader {
public:
    explicit Reader(const QByteArray& trace) : m_trace(trace) {}

    QStringList read()
    {
        while (m_at < m_trace.size()) {
            m_header = word();
            const qsizetype size = static_cast<qsizetype>(bits(4, 12)) * 8;
            m_end = m_at - 8 + size;
            if (size == 0 || m_end > m_trace.size())
                return m_lines << u"cut off at %1"_s.arg(m_at);
            readRecord();
            if (m_at != m_end)
                m_lines << u"%1 bytes left in a record"_s.arg(m_end - m_at);
            m_at = m_end;
        }
        return m_lines;
    }

private:
    quint64 word()
    {
        if (m_at + 8 > m_trace.size()) {
            m_at = m_trace.size();
            return 0;
        }
        const auto value = qFromLittleEndian<quint64>(m_trace.constData() + m_at);
        m_at += 8;
        return value;
    }
    [[nodiscard]] static quint64 cut(quint64 value, int from, int count)
    {
        return value >> from & ((quint64{1} << count) - 1);
    }
    [[nodiscard]] quint64 bits(int from, int count) const { return cut(m_header, from, count); }

    QString text(quint64 length)
    {
        const QByteArray bytes = m_trace.mid(m_at, static_cast<qsizetype>(length));
        m_at += static_cast<qsizetype>((length + 7) / 8 * 8);
        return QString::fromUtf8(bytes);
    }
    QString referred(quint64 ref)
    {
        if (ref & 0x8000)
            return text(ref & 0x7fff);
        return ref == 0 ? QString() : m_strings.value(ref, u"unknown string %1"_s.arg(ref));
    }
    QString time() { return QString::number(static_cast<double>(word()) / 1e6, 'g', 12); }

    QString arguments(quint64 count)
    {
        QString text;
        for (quint64 i = 0; i < count; ++i) {
            const qsizetype begin = m_at;
            const quint64 head = word();
            const QString name = referred(cut(head, 16, 16));
            switch (cut(head, 0, 4)) {
            case 1:
                text += u" %1=%2"_s.arg(name).arg(static_cast<qint32>(cut(head, 32, 32)));
                break;
            case 3:
            case 8:
                text += u" %1=%2"_s.arg(name).arg(static_cast<qint64>(word()));
                break;
            default:
                text += u" unknown argument"_s;
            }
            if (m_at != begin + static_cast<qsizetype>(cut(head, 4, 12)) * 8)
                text += u" of a wrong size"_s;
        }
        return text;
    }

    void readRecord()
    {
        switch (bits(0, 4)) {
        case 0:
            return readMetadata();
        case 1:
            m_lines << u"ticks %1"_s.arg(word());
            return;
        case 2:
            m_strings.insert(bits(16, 15), text(bits(32, 15)));
            return;
        case 4:
            return readEvent();
        case 7:
            return readObject();
        case 8:
            return readSwitch();
        default:
            m_lines << u"unknown record %1"_s.arg(bits(0, 4));
            m_at = m_end;
        }
    }

    void readMetadata()
    {
        if (m_header == 0x0016547846040010)
            m_lines << u"magic"_s;
        else if (bits(16, 4) == 1)
            m_lines << u"provider %1 "_s.arg(bits(20, 32)) + text(bits(52, 8));
        else if (bits(16, 4) == 2)
            m_lines << u"section %1"_s.arg(bits(20, 32));
        else
            m_lines << u"unknown metadata"_s;
    }

    void readObject()
    {
        const quint64 id = word();
        const QString name = referred(bits(24, 16));
        const QString more = arguments(bits(40, 4));
        if (bits(16, 8) == 1)
            m_lines << u"process %1 "_s.arg(id) + name + more;
        else
            m_lines << u"thread %1 "_s.arg(id) + name +
                           QString(more).replace(u" process="_s, u" of "_s);
    }

    void readEvent()
    {
        const QString start = time();
        const quint64 process = word();
        const QString row = u"%1/%2 "_s.arg(process).arg(word());
        const QString category = referred(bits(32, 16));
        const QString what = row + category + u' ' + referred(bits(48, 16)) + u' ' + start;
        const QString more = arguments(bits(20, 4));
        switch (bits(16, 4)) {
        case 4:
            m_lines << u"span "_s + what + u'-' + time() + more;
            return;
        case 5:
            m_lines << u"begin "_s + what + more + u" id %1"_s.arg(word());
            return;
        case 7:
            m_lines << u"end "_s + what + more + u" id %1"_s.arg(word());
            return;
        default:
            m_lines << u"unknown event "_s + what;
        }
    }

    void readSwitch()
    {
        static const QStringList states{u"new"_s,     u"ready"_s, u"suspended"_s,
                                        u"blocked"_s, u"dying"_s, u"ended"_s};
        const QString at = time();
        const quint64 out = word();
        const quint64 in = word();
        const QString weights = arguments(bits(16, 4));
        constexpr auto idle = "=-2147483648"_L1;
        const bool isFromIdle = weights.contains(u"outgoing_weight"_s + idle);
        const bool isToIdle = weights.contains(u"incoming_weight"_s + idle);
        const QString left = states.value(static_cast<qsizetype>(bits(36, 4)));
        if (bits(60, 4) != 1 || isFromIdle != (out == 0) || isToIdle != (in == 0))
            m_lines << u"unknown switch"_s;
        m_lines << u"core %1 at "_s.arg(bits(20, 16)) + at + u": "_s +
                       (isFromIdle ? u"idle"_s : u"%1 "_s.arg(out) + left) + u" > "_s +
                       (isToIdle ? u"idle"_s : QString::number(in));
    }

    const QByteArray& m_trace;
    qsizetype m_at = 0;
    qsizetype m_end = 0;
    quint64 m_header = 0;
    QHash<quint64, QString> m_strings;
    QStringList m_lines;
};

}  // namespace

QStringList fxtText(const QByteArray& trace)
{
    return Reader(trace).read();
}
