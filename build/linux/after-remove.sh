#!/bin/sh
# After the program is gone, by whatever word the package manager says so. What people entered lies in their own
# folders, and stays: also where the package is purged.
set -e
root="${DPKG_ROOT:-}"

# dpkg says upgrade, rpm says that one package of the name is left: the new version has made its own already.
case "$1" in
  upgrade | failed-upgrade | abort-install | abort-upgrade | disappear | 1) exit 0 ;;
esac

if [ -L "$root/usr/bin/${executable}" ]; then rm -f "$root/usr/bin/${executable}"; fi
if [ -z "$root" ] && [ -f '/etc/apparmor.d/${executable}' ]; then
  if command -v apparmor_parser >/dev/null 2>&1; then apparmor_parser --remove '/etc/apparmor.d/${executable}' || true; fi
  rm -f '/etc/apparmor.d/${executable}'
fi
if command -v update-mime-database >/dev/null 2>&1 && [ -d "$root/usr/share/mime" ]; then update-mime-database "$root/usr/share/mime" || true; fi
if command -v update-desktop-database >/dev/null 2>&1 && [ -d "$root/usr/share/applications" ]; then update-desktop-database "$root/usr/share/applications" || true; fi
exit 0
