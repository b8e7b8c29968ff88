// Writes what administrators load into their own tools, from build/policy/keys.json: the administrative template for group policy
// and Intune (ADMX, ADML in English and German) and a configuration profile for macOS. `node build/policy-templates.mjs`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { at } from './place.mjs';

const KEYS = JSON.parse(readFileSync(at('build', 'policy', 'keys.json'), 'utf8'));
const LANGUAGES = { 'en-US': 'en', 'de-DE': 'de' };
const WORDS = {
  en: { name: 'Throughline', supported: 'Throughline 0.1 or newer' },
  de: { name: 'Throughline', supported: 'Throughline 0.1 oder neuer' },
};
const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';
const REGISTRY_KEY = 'Software\\Policies\\Throughline';
/** Never change: a profile that is sent again replaces the one with the same ids. */
const PROFILE_ID = '6B1D7E0A-3C58-4B7B-9E63-0B6A2F1C9D11';
const PAYLOAD_ID = 'F0A4C2B9-7D1E-4A35-8C26-5E9B3D7A6F22';

/** Path under the repository → text, of every file that is written. */
export function policyTemplates() {
  return {
    'build/policy/throughline.admx': admx(),
    ...Object.fromEntries(Object.entries(LANGUAGES).map(([tag, lang]) => [`build/policy/${tag}/throughline.adml`, adml(lang)])),
    'build/policy/throughline.mobileconfig': mobileconfig(),
  };
}

const escaped = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function admx() {
  const policies = Object.entries(KEYS).map(
    ([key, facts]) => `    <policy name="${key}" class="Both" displayName="$(string.${key})" explainText="$(string.${key}_explain)"${
      facts.kind === 'switch' ? '' : ` presentation="$(presentation.${key})"`
    } key="${REGISTRY_KEY}"${facts.kind === 'switch' ? ` valueName="${key}"` : ''}>
      <parentCategory ref="throughline" />
      <supportedOn ref="supported" />
${elementsOf(key, facts)}
    </policy>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="throughline" namespace="Throughline.Policies" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn>
    <definitions>
      <definition name="supported" displayName="$(string.supported)" />
    </definitions>
  </supportedOn>
  <categories>
    <category name="throughline" displayName="$(string.category)" />
  </categories>
  <policies>
${policies.join('\n')}
  </policies>
</policyDefinitions>
`;
}

/** How an editor writes the value: a text as REG_SZ, a list as REG_MULTI_SZ, a number and a switch as REG_DWORD. */
function elementsOf(key, { kind, values, least, most }) {
  const named = `id="${key}" valueName="${key}" required="true"`;
  if (kind === 'switch')
    return '      <enabledValue><decimal value="1" /></enabledValue>\n      <disabledValue><decimal value="0" /></disabledValue>';
  const items = Object.keys(values ?? {}).map(
    (value) => `          <item displayName="$(string.${key}_${value})"><value><string>${value}</string></value></item>`,
  );
  const element = {
    text: () => `        <text ${named} maxLength="2048" />`,
    list: () => `        <multiText ${named} />`,
    number: () => `        <decimal ${named} minValue="${least}" maxValue="${most}" />`,
    choice: () => `        <enum ${named}>\n${items.join('\n')}\n        </enum>`,
  }[kind]();
  return `      <elements>\n${element}\n      </elements>`;
}

function adml(lang) {
  const strings = [
    ['category', WORDS[lang].name],
    ['supported', WORDS[lang].supported],
    ...Object.entries(KEYS).flatMap(([key, facts]) => [
      [key, facts[lang][0]],
      [`${key}_explain`, facts[lang][1]],
      ...Object.entries(facts.values ?? {}).map(([value, words]) => [`${key}_${value}`, words[lang]]),
    ]),
  ];
  const presentations = Object.entries(KEYS)
    .filter(([, { kind }]) => kind !== 'switch')
    .map(([key, facts]) => `      <presentation id="${key}">${fieldOf(key, facts, facts[lang][0])}</presentation>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">
  <displayName>${WORDS[lang].name}</displayName>
  <description>${WORDS[lang].name}</description>
  <resources>
    <stringTable>
${strings.map(([id, text]) => `      <string id="${id}">${escaped(text)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${presentations.join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

function fieldOf(key, { kind, example }, label) {
  return {
    text: () => `<textBox refId="${key}"><label>${escaped(label)}</label></textBox>`,
    list: () => `<multiTextBox refId="${key}">${escaped(label)}</multiTextBox>`,
    number: () => `<decimalTextBox refId="${key}" defaultValue="${example}">${escaped(label)}</decimalTextBox>`,
    choice: () => `<dropdownList refId="${key}" noSort="true">${escaped(label)}</dropdownList>`,
  }[kind]();
}

function mobileconfig() {
  const values = Object.entries(KEYS).map(([key, { kind, example }]) => `        <key>${key}</key>\n        ${plistOf(kind, example)}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
  <dict>
    <key>PayloadContent</key>
    <array>
      <dict>
        <key>PayloadType</key>
        <string>app.throughline.desktop</string>
        <key>PayloadIdentifier</key>
        <string>app.throughline.desktop.policy</string>
        <key>PayloadUUID</key>
        <string>${PAYLOAD_ID}</string>
        <key>PayloadVersion</key>
        <integer>1</integer>
        <!-- Every key there is, as an example: keep what you decide, take the others out. -->
${values.join('\n')}
      </dict>
    </array>
    <key>PayloadDisplayName</key>
    <string>Throughline</string>
    <key>PayloadIdentifier</key>
    <string>app.throughline.desktop.profile</string>
    <key>PayloadScope</key>
    <string>System</string>
    <key>PayloadType</key>
    <string>Configuration</string>
    <key>PayloadUUID</key>
    <string>${PROFILE_ID}</string>
    <key>PayloadVersion</key>
    <integer>1</integer>
  </dict>
</plist>
`;
}

function plistOf(kind, value) {
  if (kind === 'switch') return value ? '<true/>' : '<false/>';
  if (kind === 'number') return `<integer>${value}</integer>`;
  if (kind === 'list') return `<array>${value.map((one) => `<string>${escaped(one)}</string>`).join('')}</array>`;
  return `<string>${escaped(value)}</string>`;
}

if (process.argv[1] === at('build', 'policy-templates.mjs')) {
  for (const [path, text] of Object.entries(policyTemplates())) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
    console.log(path);
  }
}
