package org.daywatch.prevention.instruments.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instrument.Words;
import org.daywatch.prevention.instruments.InstrumentFault;
import org.daywatch.prevention.instruments.InstrumentReader;
import tools.jackson.databind.json.JsonMapper;

/** What is to be said of an instrument's file, for people and for machines. */
record InstrumentCheck(InstrumentReader.Answer read) {

    boolean fine() {
        return read.faults().isEmpty();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        read.faults().forEach(f -> lines.add(f.toString()));
        read.instrument().ifPresent(i -> {
            lines.add(i.label() + ": " + i.name().en());
            i.layers().forEach(l -> lines.add("  " + l + ": " + i.of(l).size() + " items"));
            lines.add("  tiers 1 to " + Instrument.TIERS + ": "
                    + String.join(", ", tiers(i).stream().map(String::valueOf).toList()) + " items");
            lines.add("  " + i.scenarios().size() + " scenarios");
            if (!spanish(i)) lines.add("  Some texts have no Spanish; they are shown in English.");
        });
        lines.add(fine() ? "Fine: it can be loaded." : read.faults().size() + " faults. Nothing of it would be taken.");
        return lines;
    }

    String json() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("schema", "daywatch.instrument-check");
        answer.put("version", 1);
        answer.put("fine", fine());
        answer.put("instrument", read.instrument().map(InstrumentCheck::told).orElse(null));
        answer.put("faults", read.faults().stream().map(InstrumentCheck::fault).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    private static Map<String, Object> told(Instrument i) {
        var told = new LinkedHashMap<String, Object>();
        told.put("code", i.code());
        told.put("edition", i.edition());
        told.put("items", i.items().size());
        told.put("tiers", tiers(i));
        told.put("scenarios", i.scenarios().size());
        told.put("spanish", spanish(i));
        return told;
    }

    private static Map<String, Object> fault(InstrumentFault f) {
        var told = new LinkedHashMap<String, Object>();
        told.put("path", f.path());
        told.put("value", f.value());
        told.put("todo", f.todo());
        return told;
    }

    private static List<Integer> tiers(Instrument i) {
        return IntStream.rangeClosed(1, Instrument.TIERS)
                .mapToObj(t -> (int) i.items().stream().filter(item -> item.tier() == t).count()).toList();
    }

    private static boolean spanish(Instrument i) {
        return i.name().es() != null && i.about().es() != null
                && i.items().stream().allMatch(item -> all(item.text(), item.check(), item.why())
                        && item.options().stream().allMatch(o -> all(o.text())))
                && i.scenarios().stream()
                        .allMatch(s -> all(s.name(), s.about()) && s.steps().stream().allMatch(t -> all(t.text())));
    }

    private static boolean all(Words... words) {
        for (var w : words) if (w.es() == null) return false;
        return true;
    }
}
