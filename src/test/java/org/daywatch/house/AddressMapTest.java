package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** docs/map.md is read off the code: from an address to who answers it, what they ask and which tables are touched. */
class AddressMapTest {

    private static final Path MAP = Path.of("docs/map.md");
    private static final String HOUSE = "org.daywatch.";
    private static final String TABLES = "org.daywatch_db.";
    private static final int STEPS = 6;

    @Test
    void theMapSaysWhatTheCodeDoes() throws IOException {
        WrittenAnew.unlessAsKept(MAP, drawn(Compiled.MAIN));
    }

    private static String drawn(JavaClasses classes) {
        var rooms = new TreeMap<String, TreeMap<String, String>>();
        for (var type : classes) {
            for (var method : type.getMethods()) {
                for (var mapping : method.getAnnotations()) {
                    var verb = mapping.getRawType().isEquivalentTo(GetMapping.class)
                            ? "GET"
                            : mapping.getRawType().isEquivalentTo(PostMapping.class) ? "POST" : null;
                    if (verb == null) continue;
                    for (var address : addresses(mapping))
                        rooms.computeIfAbsent(room(type), r -> new TreeMap<>()).put(address + " " + verb, row(method));
                }
            }
        }
        assertThat(rooms.keySet()).as("rooms with pages").hasSizeGreaterThan(5);
        var map = new StringBuilder("""
                # Map

                From an address to the code behind it, written by `AddressMapTest`: the handler, the room's commands, queries and stores it
                reaches within %d calls, and the tables of its room and of others that these read or write. Tables every page touches
                (session, audit, notices) are left out.
                """.formatted(STEPS));
        rooms.forEach((room, rows) -> {
            map.append("\n## ").append(room).append(
                    "\n\n| Address | | Handler | Commands, queries, stores | Tables |\n|---|---|---|---|---|\n");
            rows.forEach((address, row) -> {
                int verb = address.lastIndexOf(' ');
                map.append("| `").append(address, 0, verb).append("` | ").append(address.substring(verb + 1))
                        .append(" | ").append(row).append(" |\n");
            });
        });
        return map.toString();
    }

    private static String row(JavaMethod handler) {
        var asked = new TreeSet<String>();
        var tables = new TreeSet<String>();
        var seen = new LinkedHashSet<JavaCodeUnit>(Set.of(handler));
        var ahead = new ArrayDeque<>(Map.of((JavaCodeUnit) handler, 0).entrySet());
        while (!ahead.isEmpty()) {
            var step = ahead.poll();
            var at = step.getKey();
            if (at.getOwner().getSimpleName().matches("\\w+(Commands|Queries|Store)"))
                asked.add("`" + at.getOwner().getSimpleName() + "`");
            for (var field : at.getFieldAccesses()) {
                var owner = field.getTargetOwner().getName();
                if (owner.startsWith(TABLES) && owner.endsWith(".Tables"))
                    tables.add(owner.split("\\.")[2] + "." + field.getTarget().getName().toLowerCase());
            }
            if (step.getValue() == STEPS) continue;
            for (var next : reached(at)) {
                if (!room(next.getOwner()).equals("platform") || room(handler.getOwner()).equals("platform")) {
                    if (seen.add(next)) ahead.add(Map.entry(next, step.getValue() + 1));
                }
            }
        }
        return "`" + handler.getOwner().getSimpleName() + "." + handler.getName() + "` | " + String.join(" ", asked)
                + " | " + String.join(" ", tables);
    }

    /** What it calls, makes or hands on as a reference; an interface stands for whoever keeps its promise. */
    private static Collection<JavaCodeUnit> reached(JavaCodeUnit from) {
        var found = new ArrayList<JavaCodeUnit>();
        Stream.concat(from.getCallsFromSelf().stream(), from.getCodeUnitReferencesFromSelf().stream()).forEach(call -> {
            if (!call.getTargetOwner().getName().startsWith(HOUSE)) return;
            var names = Stream.concat(Stream.of(call.getTargetOwner()),
                    call.getTargetOwner().isInterface()
                            ? call.getTargetOwner().getAllSubclasses().stream()
                            : Stream.empty());
            names.flatMap(type -> type.getCodeUnits().stream()).filter(unit -> unit.getName().equals(call.getName()))
                    .forEach(found::add);
        });
        found.sort((a, b) -> a.getFullName().compareTo(b.getFullName()));
        return found;
    }

    private static List<String> addresses(JavaAnnotation<?> mapping) {
        return Stream.of("value", "path").map(mapping.getProperties()::get).filter(Object[].class::isInstance)
                .flatMap(all -> Stream.of((Object[]) all)).map(Object::toString).sorted().toList();
    }

    private static String room(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }
}
