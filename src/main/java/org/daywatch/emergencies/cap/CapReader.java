package org.daywatch.emergencies.cap;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daywatch.emergencies.cap.CapMessage.*;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A document of the right shape as a message. */
final class CapReader {

    /** Words of a list, or groups of words in double quotes. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private CapReader() {}

    /** @param document that {@link CapStructure} found nothing against */
    static CapMessage read(Document document) {
        var a = document.getDocumentElement();
        return new CapMessage(text(a, "identifier"), text(a, "sender"), time(text(a, "sent")),
                Status.valueOf(text(a, "status")), MsgType.valueOf(text(a, "msgType")),
                text(a, "source"), Scope.valueOf(text(a, "scope")), text(a, "restriction"), words(text(a, "addresses")),
                texts(a, "code").toList(), text(a, "note"),
                references(text(a, "references")), words(text(a, "incidents")),
                all(a, "info").map(CapReader::info).toList());
    }

    private static Info info(Element i) {
        return new Info(text(i, "language").isEmpty() ? Info.DEFAULT_LANGUAGE : text(i, "language"),
                texts(i, "category").map(Category::valueOf).toList(), text(i, "event"),
                texts(i, "responseType").map(ResponseType::valueOf).toList(), Urgency.valueOf(text(i, "urgency")),
                Severity.valueOf(text(i, "severity")),
                Certainty.valueOf(text(i, "certainty")), text(i, "audience"), named(i, "eventCode"),
                Stream.of("effective", "onset", "expires").filter(w -> !text(i, w).isEmpty())
                        .map(w -> new At(w, time(text(i, w)))).toList(),
                text(i, "senderName"), text(i, "headline"), text(i, "description"), text(i, "instruction"),
                text(i, "web"), text(i, "contact"), named(i, "parameter"),
                all(i, "resource").map(r -> new Resource(text(r, "resourceDesc"), text(r, "mimeType"), text(r, "size"),
                        text(r, "uri"), text(r, "derefUri"), text(r, "digest"))).toList(),
                all(i, "area").map(r -> new Area(text(r, "areaDesc"), texts(r, "polygon").toList(),
                        texts(r, "circle").toList(), named(r, "geocode"), text(r, "altitude"),
                        text(r, "ceiling"))).toList());
    }

    /** Triples that are not whole are left out here; {@link CapRules} names them. */
    static List<Reference> references(String text) {
        var found = new ArrayList<Reference>();
        for (String triple : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            String[] part = triple.split(",", -1);
            if (part.length == 3 && !part[0].isEmpty() && !part[1].isEmpty()
                    && CapMessageShape.Text.TIME.pattern().matcher(part[2]).matches()) {
                found.add(new Reference(part[0], part[1], time(part[2])));
            }
        }
        return found;
    }

    static OffsetDateTime time(String text) {
        return OffsetDateTime.parse(text.endsWith("-00:00") ? text.replaceFirst("-00:00$", "Z") : text);
    }

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(m -> m.group(1) != null ? m.group(1) : m.group(2)).toList();
    }

    private static Stream<Element> all(Element parent, String name) {
        return CapXml.children(parent).stream()
                .filter(e -> name.equals(e.getLocalName()) && CapMessage.NAMESPACE.equals(e.getNamespaceURI()));
    }

    private static Stream<String> texts(Element parent, String name) {
        return all(parent, name).map(e -> e.getTextContent().strip());
    }

    private static String text(Element parent, String name) {
        return texts(parent, name).findFirst().orElse("");
    }

    private static List<Named> named(Element parent, String name) {
        return all(parent, name).map(e -> new Named(text(e, "valueName"), text(e, "value"))).toList();
    }
}
