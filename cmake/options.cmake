# Warnings, sanitizers and include paths of every target: link to coreogram_options.

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_package(Threads REQUIRED)

add_library(coreogram_options INTERFACE)
target_include_directories(coreogram_options INTERFACE ${PROJECT_SOURCE_DIR})
target_link_libraries(coreogram_options INTERFACE Threads::Threads)
target_compile_definitions(coreogram_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    COREOGRAM_VERSION="${PROJECT_VERSION}")

if(MSVC)
    target_compile_options(coreogram_options INTERFACE /W4 $<$<BOOL:${COREOGRAM_WERROR}>:/WX>)
else()
    target_compile_options(coreogram_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
        $<$<BOOL:${COREOGRAM_WERROR}>:-Werror>)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # Warns of overlaps in string concatenation that cannot be: GCC bug 105651.
        target_compile_options(coreogram_options INTERFACE -Wno-restrict)
    endif()
endif()

if(COREOGRAM_SANITIZE)
    target_compile_options(coreogram_options INTERFACE
        -fsanitize=${COREOGRAM_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(coreogram_options INTERFACE -fsanitize=${COREOGRAM_SANITIZE})
endif()

# coreogram_library(name SOURCES … LINK …): a static library that is one folder of core or app.
function(coreogram_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC coreogram_options ${ARG_LINK})
endfunction()
