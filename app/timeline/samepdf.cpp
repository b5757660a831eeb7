#include "app/timeline/samepdf.h"

#include <algorithm>

void blankCreationDate(QByteArray& pdf)
{
    const qsizetype begin = pdf.indexOf("/CreationDate (");
    const qsizetype end = begin < 0 ? -1 : pdf.indexOf(')', begin);
    if (end >= 0)
        std::fill(pdf.begin() + begin, pdf.begin() + end + 1, ' ');
}
