package org.daywatch.emergencies.cap;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.daywatch.emergencies.cap.CapMessage.*;

/** What the text of CAP 1.2 asks beyond the structure of its elements. */
final class CapRules {

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\s,<&]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,6}(\\.\\d{0,60})?|\\.\\d{1,60})");
    private static final Set<MsgType> ABOUT_ANOTHER = Set.of(MsgType.Update, MsgType.Cancel, MsgType.Ack,
            MsgType.Error);

    private final List<CapFault> found = new ArrayList<>();

    private CapRules() {}

    /** @param references as they stand in the message, since a triple that is not whole is no {@link Reference} */
    static List<CapFault> check(CapMessage message, String references) {
        var rules = new CapRules();
        rules.names(message);
        rules.readers(message);
        rules.references(message, references);
        for (int i = 0; i < message.infos().size(); i++)
            rules.info(message, message.infos().get(i), "alert/info[" + (i + 1) + "]");
        rules.languages(message);
        return rules.found;
    }

    private void names(CapMessage m) {
        name("alert/identifier", m.identifier());
        name("alert/sender", m.sender());
        if (m.status() == Status.Exercise && m.note().isBlank())
            say("NOTE", "alert/note", "", "Say in note which exercise this is: a drill must be known as one.");
        if (m.msgType() == MsgType.Error && m.note().isBlank())
            say("NOTE", "alert/note", "", "Say in note why the message was refused.");
    }

    private void name(String element, String value) {
        if (value.isBlank()) say("NAME", element, value, "It must not be empty.");
        else
            if (NOT_IN_A_NAME.matcher(value).find())
                say("NAME", element, value, "It must have no spaces, no commas, no < and no &.");
    }

    private void readers(CapMessage m) {
        if (m.scope() == Scope.Restricted && m.restriction().isBlank())
            say("RESTRICTION", "alert/restriction", "", "The scope is Restricted: say in restriction who may have it.");
        if (m.scope() != Scope.Restricted && !m.restriction().isBlank())
            say("RESTRICTION", "alert/restriction", m.restriction(),
                    "Only a Restricted message has one. Remove it or change the scope.");
        if (m.scope() == Scope.Private && m.addresses().isEmpty())
            say("ADDRESSES", "alert/addresses", "", "The scope is Private: name those it is for in addresses.");
    }

    private void references(CapMessage m, String text) {
        if (ABOUT_ANOTHER.contains(m.msgType()) && text.isBlank()) {
            say("REFERENCES", "alert/references", "",
                    "A message of the type " + m.msgType() + " names the earlier ones as sender,identifier,sent.");
        }
        for (String triple : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            if (!whole(triple))
                say("REFERENCES", "alert/references", triple,
                        "Write sender,identifier,sent with the sent time of that message, one triple after the other with spaces between.");
        }
        for (var r : m.references()) {
            if (r.equals(new Reference(m)))
                say("REFERENCES", "alert/references", r.identifier(),
                        "A message cannot be about itself. Give the new one an identifier of its own.");
            else
                if (r.sent().isAfter(m.sent()))
                    say("REFERENCES", "alert/references", r.sent().toString(),
                            "It was sent later than this message. Check both times.");
        }
    }

    private static boolean whole(String triple) {
        try {
            return CapReader.references(triple).size() == 1;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void info(CapMessage m, Info info, String path) {
        if (info.event().isBlank()) say("EVENT", path + "/event", "", "Say what happens in a few words.");
        Optional<OffsetDateTime> expires = time(info, "expires");
        if (m.msgType() != MsgType.Cancel) expires.ifPresent(end -> expires(m, info, end, path)); // what is withdrawn ends at once, before it began too
        for (int i = 0; i < info.areas().size(); i++) area(info.areas().get(i), path + "/area[" + (i + 1) + "]");
        for (int i = 0; i < info.resources().size(); i++) {
            var r = info.resources().get(i);
            if (r.uri().isEmpty() && r.derefUri().isEmpty())
                say("RESOURCE", path + "/resource[" + (i + 1) + "]/uri", "",
                        "Say where it is (uri), or put it in (derefUri).");
            if (!r.mimeType().matches("[\\w.+-]+/[\\w.+-]+(\\s*;.*)?"))
                say("RESOURCE", path + "/resource[" + (i + 1) + "]/mimeType", r.mimeType(),
                        "Write a media type like image/png.");
        }
    }

    private void expires(CapMessage m, Info info, OffsetDateTime end, String path) {
        if (!end.isAfter(m.sent())) say("EXPIRES", path + "/expires", end.toString(), "It must be later than sent.");
        time(info, "onset").filter(onset -> onset.isAfter(end)).ifPresent(
                onset -> say("EXPIRES", path + "/onset", onset.toString(), "It must not be later than expires."));
    }

    private static Optional<OffsetDateTime> time(Info info, String what) {
        return info.times().stream().filter(t -> t.what().equals(what)).map(At::when).findFirst();
    }

    private void area(Area area, String path) {
        if (area.areaDesc().isBlank()) say("AREA", path + "/areaDesc", "", "Say in words which area is meant.");
        for (int i = 0; i < area.polygons().size(); i++)
            polygon(area.polygons().get(i), path + "/polygon[" + (i + 1) + "]");
        for (int i = 0; i < area.circles().size(); i++)
            circle(area.circles().get(i), path + "/circle[" + (i + 1) + "]");
        if (!area.ceiling().isEmpty() && area.altitude().isEmpty())
            say("AREA", path + "/ceiling", area.ceiling(), "A ceiling needs the altitude it begins at.");
        else
            if (!area.ceiling().isEmpty() && Double.parseDouble(area.ceiling()) < Double.parseDouble(area.altitude())) {
                say("AREA", path + "/ceiling", area.ceiling(),
                        "It must not be below the altitude " + area.altitude() + ".");
            }
    }

    private void polygon(String polygon, String path) {
        var points = polygon.isBlank() ? List.<String>of() : List.of(polygon.strip().split("\\s+"));
        for (String point : points) {
            if (!isPoint(point)) {
                say("POLYGON", path, point,
                        "Write points as latitude,longitude in degrees (WGS 84), with spaces between.");
                return;
            }
        }
        if (points.size() < 4) say("POLYGON", path, polygon, "It needs at least four points, the last like the first.");
        else
            if (!same(points.getFirst(), points.getLast()))
                say("POLYGON", path, points.getLast(),
                        "It must close: repeat the first point " + points.getFirst() + " at its end.");
    }

    private void circle(String circle, String path) {
        String[] part = circle.strip().split("\\s+");
        boolean fine = part.length == 2 && isPoint(part[0]) && NUMBER.matcher(part[1]).matches()
                && Double.parseDouble(part[1]) >= 0;
        if (!fine)
            say("CIRCLE", path, circle,
                    "Write latitude,longitude, a space, and the radius in kilometers: 33.45,-112.07 0.5");
    }

    /** 33.45 and 33.4500 are one place. */
    private static boolean same(String point, String other) {
        String[] a = point.split(",");
        String[] b = other.split(",");
        return new BigDecimal(a[0]).compareTo(new BigDecimal(b[0])) == 0
                && new BigDecimal(a[1]).compareTo(new BigDecimal(b[1])) == 0;
    }

    private static boolean isPoint(String point) {
        String[] part = point.split(",", -1);
        return part.length == 2 && NUMBER.matcher(part[0]).matches() && NUMBER.matcher(part[1]).matches()
                && Math.abs(Double.parseDouble(part[0])) <= 90 && Math.abs(Double.parseDouble(part[1])) <= 180;
    }

    /** One info a language and event: a second one in the same language about the same event and area says it twice. */
    private void languages(CapMessage m) {
        var seen = new HashSet<List<Object>>();
        for (int i = 0; i < m.infos().size(); i++) {
            var info = m.infos().get(i);
            if (!seen.add(List.of(info.language(), info.event(), info.areas(), info.times()))) {
                say("LANGUAGE", "alert/info[" + (i + 1) + "]/language", info.language(),
                        "This language has said the same event already. Name the other language, or remove one.");
            }
        }
    }

    private void say(String rule, String element, String value, String todo) {
        found.add(new CapFault(rule, element, value, todo));
    }
}
