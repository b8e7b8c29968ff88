#!/bin/sh
# After the deb or the rpm has laid the program down: the command, the sandbox, and what opens the app from outside.
# DPKG_ROOT is where `dpkg --root` installs; empty on a running system.
set -e
root="${DPKG_ROOT:-}"
program='/opt/${sanitizedProductName}/${executable}'

mkdir -p "$root/usr/bin"
ln -sfn "$program" "$root/usr/bin/${executable}"

# Chromium's sandbox: by user namespaces where the kernel has them, else by its own program that runs as root.
if unshare --user true 2>/dev/null; then
  chmod 0755 "$root/opt/${sanitizedProductName}/chrome-sandbox"
else
  chmod 4755 "$root/opt/${sanitizedProductName}/chrome-sandbox"
fi

# A system that confines user namespaces by AppArmor lets the program have them by this profile.
profile="$root/opt/${sanitizedProductName}/resources/apparmor-profile"
if [ -z "$root" ] && [ -e "$profile" ] && apparmor_status --enabled >/dev/null 2>&1; then
  if apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
    cp -f "$profile" '/etc/apparmor.d/${executable}'
    if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
      apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
    fi
  fi
fi

# Links throughline: and files .throughline.
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$root/usr/share/mime" || true; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database "$root/usr/share/applications" || true; fi
exit 0
