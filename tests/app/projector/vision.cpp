#include "tests/app/projector/vision.h"

#include <algorithm>
#include <cmath>

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

constexpr Matrix usual{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix greyscale{
    {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};
constexpr Matrix protanopia{{{0.152286, 1.052583, -0.204868},
                             {0.114503, 0.786281, 0.099216},
                             {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{{{0.367322, 0.860646, -0.227968},
                               {0.280085, 0.672501, 0.047413},
                               {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia{{{1.255528, -0.076749, -0.178779},
                             {-0.078411, 0.930809, 0.147602},
                             {0.004733, 0.691367, 0.303900}}};

/// Linear sRGB to CIE XYZ relative to D65, so that white is (1, 1, 1).
constexpr Matrix toXyz{{{0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
                        {0.2126729, 0.7151522, 0.0721750},
                        {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883}}};

const Matrix& matrixOf(Vision vision)
{
    switch (vision) {
    case Vision::Usual:
        return usual;
    case Vision::Greyscale:
        return greyscale;
    case Vision::Protanopia:
        return protanopia;
    case Vision::Deuteranopia:
        return deuteranopia;
    case Vision::Tritanopia:
        break;
    }
    return tritanopia;
}

Vector times(const Matrix& matrix, const Vector& vector)
{
    Vector result{};
    for (std::size_t row = 0; row < result.size(); ++row) {
        for (std::size_t i = 0; i < vector.size(); ++i)
            result[row] += matrix[row][i] * vector[i];
    }
    return result;
}

double linear(int channel)
{
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double lightness(double t)
{
    constexpr double delta = 6.0 / 29;
    return t > delta * delta * delta ? std::cbrt(t) : t / (3 * delta * delta) + 4.0 / 29;
}

}  // namespace

const char* nameOf(Vision vision)
{
    constexpr std::array names{"usual", "greyscale", "protanopia", "deuteranopia", "tritanopia"};
    return names[static_cast<std::size_t>(vision)];
}

Lab seen(QRgb colour, Vision vision)
{
    Vector light{linear(qRed(colour)), linear(qGreen(colour)), linear(qBlue(colour))};
    light = times(matrixOf(vision), light);
    for (double& channel : light)
        channel = std::clamp(channel, 0.0, 1.0);
    const Vector xyz = times(toXyz, light);
    const double y = lightness(xyz[1]);
    return {116 * y - 16, 500 * (lightness(xyz[0]) - y), 200 * (y - lightness(xyz[2]))};
}

double differenceOf(const Lab& one, const Lab& other)
{
    return std::hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}
