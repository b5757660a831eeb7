#!/bin/sh
# Runs a test program where the desktop's bridge for screen readers listens, on a display and buses
# of its own: with-bridge.sh PROGRAM [ARGUMENT…]
if [ "$1" = --inside ]; then
    shift
    dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress \
        > /dev/null || exit 1  # which starts it
    exec "$@"
fi
XDG_RUNTIME_DIR=$(mktemp -d) || exit 1
export XDG_RUNTIME_DIR QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
xvfb-run -a -s "-screen 0 1600x1200x24" dbus-run-session -- "$0" --inside "$@"
status=$?
rm -rf "$XDG_RUNTIME_DIR"
exit $status
