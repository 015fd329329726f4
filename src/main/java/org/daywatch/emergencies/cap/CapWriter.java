package org.daywatch.emergencies.cap;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.daywatch.emergencies.cap.CapMessage.*;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A message as a document, its elements in the order of the standard; what is empty is left out. */
public final class CapWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Document document;

    private CapWriter(Document document) {
        this.document = document;
    }

    /** @return UTF-8 XML without a signature */
    public static String write(CapMessage message) {
        return CapXml.write(document(message));
    }

    static Document document(CapMessage m) {
        var document = CapXml.empty();
        var alert = document.createElementNS(CapMessage.NAMESPACE, "alert");
        document.appendChild(alert);
        new CapWriter(document).alert(alert, m);
        return document;
    }

    private void alert(Element alert, CapMessage m) {
        text(alert, "identifier", m.identifier());
        text(alert, "sender", m.sender());
        text(alert, "sent", time(m.sent()));
        text(alert, "status", m.status().name());
        text(alert, "msgType", m.msgType().name());
        text(alert, "source", m.source());
        text(alert, "scope", m.scope().name());
        text(alert, "restriction", m.restriction());
        text(alert, "addresses", words(m.addresses()));
        m.codes().forEach(code -> text(alert, "code", code));
        text(alert, "note", m.note());
        text(alert, "references", m.references().stream()
                .map(r -> r.sender() + "," + r.identifier() + "," + time(r.sent())).collect(Collectors.joining(" ")));
        text(alert, "incidents", words(m.incidents()));
        m.infos().forEach(info -> info(inside(alert, "info"), info));
    }

    private void info(Element into, Info i) {
        text(into, "language", i.language());
        names(into, "category", i.categories());
        text(into, "event", i.event());
        names(into, "responseType", i.responseTypes());
        text(into, "urgency", i.urgency().name());
        text(into, "severity", i.severity().name());
        text(into, "certainty", i.certainty().name());
        text(into, "audience", i.audience());
        named(into, "eventCode", i.eventCodes());
        for (var what : List.of("effective", "onset", "expires"))
            i.times().stream().filter(t -> t.what().equals(what)).forEach(t -> text(into, what, time(t.when())));
        text(into, "senderName", i.senderName());
        text(into, "headline", i.headline());
        text(into, "description", i.description());
        text(into, "instruction", i.instruction());
        text(into, "web", i.web());
        text(into, "contact", i.contact());
        named(into, "parameter", i.parameters());
        i.resources().forEach(r -> resource(inside(into, "resource"), r));
        i.areas().forEach(a -> area(inside(into, "area"), a));
    }

    private void resource(Element into, Resource r) {
        text(into, "resourceDesc", r.resourceDesc());
        text(into, "mimeType", r.mimeType());
        text(into, "size", r.size());
        text(into, "uri", r.uri());
        text(into, "derefUri", r.derefUri());
        text(into, "digest", r.digest());
    }

    private void area(Element into, Area a) {
        text(into, "areaDesc", a.areaDesc());
        a.polygons().forEach(p -> text(into, "polygon", p));
        a.circles().forEach(c -> text(into, "circle", c));
        named(into, "geocode", a.geocodes());
        text(into, "altitude", a.altitude());
        text(into, "ceiling", a.ceiling());
    }

    private void named(Element into, String name, List<Named> values) {
        for (var value : values) {
            var element = inside(into, name);
            text(element, "valueName", value.name());
            text(element, "value", value.value());
        }
    }

    private void names(Element into, String name, Collection<? extends Enum<?>> words) {
        words.forEach(word -> text(into, name, word.name()));
    }

    private Element inside(Element into, String name) {
        var element = document.createElementNS(CapMessage.NAMESPACE, name);
        into.appendChild(element);
        return element;
    }

    private void text(Element into, String name, String value) {
        if (!value.isEmpty()) inside(into, name).setTextContent(clean(value));
    }

    /** XML 1.0 has no way to write most control characters; somebody's note may hold one. */
    private static String clean(String value) {
        return value.codePoints().filter(
                c -> c == '\t' || c == '\n' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String words(List<String> words) {
        return words.stream().map(w -> w.matches(".*\\s.*") ? "\"" + w + "\"" : w).collect(Collectors.joining(" "));
    }

    /** CAP writes UTC as -00:00. */
    static String time(OffsetDateTime time) {
        String text = TIME.format(time);
        return text.endsWith("+00:00") ? text.substring(0, text.length() - 6) + "-00:00" : text;
    }
}
