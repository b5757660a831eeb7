#include "app/timeline/compactsvg.h"

#include <QMap>
#include <QStack>
#include <QStringList>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace {

using Style = QMap<QString, QString>;

/// What an attribute means where it is missing.
const Style& initialStyle()
{
    static const Style style{{QStringLiteral("fill"), QStringLiteral("black")},
                             {QStringLiteral("fill-opacity"), QStringLiteral("1")},
                             {QStringLiteral("fill-rule"), QStringLiteral("nonzero")},
                             {QStringLiteral("stroke"), QStringLiteral("none")},
                             {QStringLiteral("stroke-opacity"), QStringLiteral("1")},
                             {QStringLiteral("stroke-width"), QStringLiteral("1")},
                             {QStringLiteral("stroke-linecap"), QStringLiteral("butt")},
                             {QStringLiteral("stroke-linejoin"), QStringLiteral("miter")},
                             {QStringLiteral("stroke-dashoffset"), QStringLiteral("0")},
                             {QStringLiteral("transform"), QStringLiteral("matrix(1,0,0,1,0,0)")},
                             {QStringLiteral("vector-effect"), QStringLiteral("none")},
                             {QStringLiteral("font-style"), QStringLiteral("normal")},
                             {QStringLiteral("font-weight"), QStringLiteral("400")}};
    return style;
}

/// What `style` says beyond the initial values; of strokes and fonts only where there are some.
Style essential(const Style& style, bool isText)
{
    const bool hasStroke =
        style.value(QStringLiteral("stroke"), QStringLiteral("none")) != QStringLiteral("none");
    const bool hasFill = style.value(QStringLiteral("fill")) != QStringLiteral("none");
    Style rest;
    for (auto it = style.begin(); it != style.end(); ++it) {
        const bool isIdle = (it.key().startsWith(QStringLiteral("stroke-")) && !hasStroke) ||
                            (it.key().startsWith(QStringLiteral("fill-")) && !hasFill) ||
                            (it.key().startsWith(QStringLiteral("font-")) && !isText);
        if (!isIdle && initialStyle().value(it.key()) != it.value())
            rest.insert(it.key(), it.value());
    }
    return rest;
}

QString rounded(double number)
{
    QString text = QString::number(number, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == QStringLiteral("-0") ? QStringLiteral("0") : text;
}

/// The outline of a rectangle, as path data.
QString outlineOf(const QXmlStreamAttributes& rect)
{
    const auto value = [&](const char* name) {
        return rounded(rect.value(QLatin1String(name)).toDouble());
    };
    return QStringLiteral("M%1,%2h%3v%4h-%3z")
        .arg(value("x"), value("y"), value("width"), value("height"));
}

/// A line from one point to another, as path data; empty for lines with corners.
QString lineOf(const QXmlStreamAttributes& polyline)
{
    const QString points = polyline.value(QLatin1String("points")).toString();
    const QStringList pairs = points.split(u' ', Qt::SkipEmptyParts);
    if (pairs.size() != 2)
        return {};
    const auto point = [](const QString& pair) {
        return rounded(pair.section(u',', 0, 0).toDouble()) + u',' +
               rounded(pair.section(u',', 1, 1).toDouble());
    };
    return u'M' + point(pairs[0]) + u'L' + point(pairs[1]);
}

class Compactor {
public:
    explicit Compactor(const QByteArray& svg) : m_in(svg), m_out(&m_bytes)
    {
        m_in.setNamespaceProcessing(false);
    }

    /// Empty where the input is not well-formed.
    QByteArray run()
    {
        while (!m_in.atEnd()) {
            const QXmlStreamReader::TokenType token = m_in.readNext();
            if (token != QXmlStreamReader::Invalid)
                take(token);
        }
        return m_in.hasError() ? QByteArray() : m_bytes;
    }

private:
    void take(QXmlStreamReader::TokenType token)
    {
        const bool isGroup = m_in.name() == QLatin1String("g");
        if (token == QXmlStreamReader::StartElement && isGroup)
            m_styles.push(styleHere());
        else if (token == QXmlStreamReader::EndElement && isGroup)
            m_styles.pop();
        else if (token == QXmlStreamReader::StartElement)
            begin();
        else if (!m_in.isWhitespace())
            copy();
    }

    void begin()
    {
        const QString name = m_in.name().toString();
        if (m_styles.isEmpty())
            return copy();
        if (name == QStringLiteral("rect") || name == QStringLiteral("polyline"))
            return addShape(name);
        writeJoined();
        writeElement(name, styleHere());
    }

    /// Joins what can be, which has no end tag of its own then.
    void addShape(const QString& name)
    {
        const bool isRect = name == QStringLiteral("rect");
        Style style = styleHere();
        const QString data = isRect ? outlineOf(m_in.attributes()) : lineOf(m_in.attributes());
        for (const char* const own : {"x", "y", "width", "height", "points"})
            style.remove(QLatin1String(own));
        if (isRect)
            style.remove(QStringLiteral("fill-rule"));
        else
            style.remove(QStringLiteral("stroke-linejoin"));
        style = essential(style, false);
        const bool isOpaqueLine = !isRect && !style.contains(QStringLiteral("stroke-opacity"));
        const bool isPlainArea = isRect && !style.contains(QStringLiteral("stroke"));
        if (data.isEmpty() || (!isOpaqueLine && !isPlainArea)) {
            writeJoined();
            return writeElement(name, styleHere());
        }
        if (style != m_joinedStyle)
            writeJoined();
        m_joinedStyle = style;
        m_joined += data;
        m_in.skipCurrentElement();
    }

    void writeElement(const QString& name, const Style& style)
    {
        m_out.writeCharacters(QStringLiteral("\n"));
        m_out.writeStartElement(name);
        const Style rest = essential(style, name == QStringLiteral("text"));
        for (auto it = rest.begin(); it != rest.end(); ++it)
            m_out.writeAttribute(it.key(), it.value());
    }

    void writeJoined()
    {
        if (m_joined.isEmpty())
            return;
        m_joinedStyle.insert(QStringLiteral("d"), m_joined);
        writeElement(QStringLiteral("path"), m_joinedStyle);
        m_out.writeEndElement();
        m_joined.clear();
        m_joinedStyle.clear();
    }

    void copy()
    {
        writeJoined();
        if (m_in.isEndElement() && m_in.name() == QLatin1String("svg"))
            m_out.writeCharacters(QStringLiteral("\n"));
        m_out.writeCurrentToken(m_in);
    }

    /// The attributes of the current element, over those of the groups that it is in.
    [[nodiscard]] Style styleHere() const
    {
        Style style = m_styles.isEmpty() ? Style() : m_styles.top();
        for (const QXmlStreamAttribute& attribute : m_in.attributes())
            style.insert(attribute.qualifiedName().toString(), attribute.value().toString());
        return style;
    }

    QXmlStreamReader m_in;
    QByteArray m_bytes;
    QXmlStreamWriter m_out;
    QStack<Style> m_styles;
    QString m_joined;  ///< path data that waits for more of the same style
    Style m_joinedStyle;
};

}  // namespace

QByteArray compactSvg(const QByteArray& svg)
{
    const QByteArray compact = Compactor(svg).run();
    return compact.isEmpty() ? svg : compact;
}
