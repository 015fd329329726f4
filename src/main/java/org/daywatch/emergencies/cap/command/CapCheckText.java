package org.daywatch.emergencies.cap.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.emergencies.cap.CapCheck;
import org.daywatch.emergencies.cap.CapMessage;
import tools.jackson.databind.json.JsonMapper;

/** A check's answer, for people and for machines. */
final class CapCheckText {

    private CapCheckText() {}

    static List<String> lines(CapCheck check) {
        var lines = new ArrayList<String>();
        check.message().ifPresent(m -> lines.add(
                m.msgType() + " " + m.identifier() + " of " + m.sender() + ", " + m.status() + ", sent " + m.sent()));
        check.faults().forEach(fault -> lines.add(fault.toString()));
        lines.add("Signature: " + switch (check.signature()) {
            case NONE -> "none";
            case NOT_CHECKED -> "there is one; give --key to check it";
            case VALID -> "valid";
            case INVALID -> "NOT valid";
            case METHOD -> "made by a method that is not trusted; not checked";
            case SEVERAL -> "there are several; not checked";
        });
        lines.add(check.faults().isEmpty() ? "Fine: it is CAP 1.2." : check.faults().size() + " faults.");
        return lines;
    }

    static String json(CapCheck check) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("schema", "daywatch.cap-check");
        answer.put("version", 1);
        answer.put("valid", check.faults().isEmpty());
        answer.put("message", check.message().map(CapCheckText::message).orElse(null));
        answer.put("signature", check.signature().name());
        answer.put("faults", check.faults().stream().map(f -> {
            var fault = new LinkedHashMap<String, Object>();
            fault.put("rule", f.rule());
            fault.put("element", f.element());
            fault.put("value", f.value());
            fault.put("todo", f.todo());
            return fault;
        }).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    private static Map<String, Object> message(CapMessage m) {
        var said = new LinkedHashMap<String, Object>();
        said.put("identifier", m.identifier());
        said.put("sender", m.sender());
        said.put("sent", m.sent().toString());
        said.put("status", m.status().name());
        said.put("msgType", m.msgType().name());
        said.put("scope", m.scope().name());
        said.put("infos", m.infos().size());
        return said;
    }
}
