package org.daywatch._story;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts that are a program to a browser which takes them for markup, and how a browser tells that it did. */
public final class HostileTexts {

    /** @param where the place in a page where it would come to life */
    public record Text(String where, String words) {}

    /** Nobody says why anything is wrong where no reader can be led astray: only somebody else would undo these. */
    private static final String NOWHERE_BY_ITSELF = "read by somebody else first";

    /** One that breaks out of every place at once. */
    public static final String EVERYWHERE = "\"'`><i xq></textarea></title></script><img xq src=x onerror=xq(0)>{{7*1913}}";
    /** The shortest that does, for columns of a few letters. */
    public static final String SHORT = "\"'><i xq>";

    public static final List<Text> ALL = read();

    /** Before each page: what runs is written down, and what the content policy refused. */
    private static final String LISTENS = """
            (() => {
              const seen = []
              Object.defineProperty(window, 'xqSeen', { get: () => [...seen] })
              window.xq = number => { seen.push('ran ' + number) }
              document.addEventListener('securitypolicyviolation', e => seen.push('the content policy refused ' + e.effectiveDirective + ' ' + e.blockedURI), true)
            })()""";

    /** What of a document is markup that no page of ours has; asked with a page's text, of that text. */
    private static final String MARKUP = """
            text => {
              const page = text == null ? document : new DOMParser().parseFromString(text, 'text/html')
              const wrong = text == null ? [...window.xqSeen] : []
              const leads = /^(href|src|srcset|action|formaction|xlink:href|data|poster|ping|background|sse-connect|hx-(get|post|put|patch|delete))$/
              const astray = value => {
                const bare = value.replace(/[\\u0000-\\u0020]/g, '').toLowerCase()
                return /^(javascript|vbscript|blob|data:text|data:image\\/svg)/.test(bare) || /^(https?:)?\\/\\/[^/]*elsewhere\\.example/.test(bare)
              }
              const attributes = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes').get // a field may be called so
              const roots = [page]
              for (const root of roots) for (const one of root.querySelectorAll('*')) {
                if (one.shadowRoot) roots.push(one.shadowRoot)
                if (Element.prototype.hasAttribute.call(one, 'xq') || /^xq/.test(one.localName)) wrong.push('an element ' + one.outerHTML.slice(0, 120))
                for (const { name, value } of attributes.call(one)) {
                  if (/^on|^(data-)?hx-on|^srcdoc$/.test(name)) wrong.push(one.localName + ' has ' + name)
                  if (leads.test(name) && astray(value)) wrong.push(one.localName + ' leads to ' + value)
                }
              }
              if (/\\b13391\\b/.test(page.body?.textContent ?? '')) wrong.push('somebody counted 7*1913')
              return [...new Set(wrong)]
            }""";

    private HostileTexts() {}

    private static List<Text> read() {
        try (var in = HostileTexts.class.getResourceAsStream("/hostile/texts.txt")) {
            var all = new ArrayList<Text>();
            String where = "";
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith("## ")) where = line.substring(3).replaceAll(":.*", "");
                if (!line.isBlank() && !line.startsWith("#"))
                    all.add(new Text(where, line.replace("§", String.valueOf(all.size() + 1))));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that come to life where they are put into a page as they are. */
    public static List<Text> alive() {
        return ALL.stream().filter(text -> !text.where().equals(NOWHERE_BY_ITSELF)).toList();
    }

    /** Every page opened there tells what runs in it. */
    public static void listen(Page page, List<String> dialogs) {
        page.addInitScript(LISTENS);
        page.onDialog(dialog -> {
            dialogs.add(dialog.type() + " " + dialog.message());
            dialog.dismiss();
        });
    }

    /** What came to life in the page as it stands. */
    @SuppressWarnings("unchecked")
    public static List<String> alive(Page page) {
        return (List<String>) page.evaluate(MARKUP, null);
    }

    /** What would come to life in this text, as the browser reads it. */
    @SuppressWarnings("unchecked")
    public static List<String> alive(Page reader, String html) {
        return (List<String>) reader.evaluate(MARKUP, html);
    }
}
