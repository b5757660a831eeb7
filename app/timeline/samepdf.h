#pragma once

#include <QByteArray>
#include <QHashSeed>

/// While this lives, new hash tables iterate in an order that depends on their content alone. That
/// of a PDF's fonts decides where they stand in the file.
class FixedHashOrder {
public:
    FixedHashOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashOrder() { QHashSeed::resetRandomGlobalSeed(); }
    Q_DISABLE_COPY_MOVE(FixedHashOrder)
};

/// Blanks the date at which QPdfWriter made `pdf`, so that the same drawing is the same file. Its
/// length stays, as the file tells at which byte each part begins.
void blankCreationDate(QByteArray& pdf);
