package org.daywatch.prevention.instruments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A place in an instrument's file. What is wrong is noted, and reading goes on with something that fits, so that all
 * faults are told at once.
 */
record InstrumentNode(JsonNode node, String path, List<InstrumentFault> faults) {

    void add(String where, String value, String todo) {
        faults.add(new InstrumentFault(where, value.length() > 60 ? value.substring(0, 60) + "…" : value, todo));
    }

    void wrong(String todo) {
        add(path.isEmpty() ? "$" : path,
                node.isMissingNode() ? "" : node.isString() ? node.stringValue() : node.toString(), todo);
    }

    boolean has(String name) {
        return node.has(name);
    }

    InstrumentNode child(String name) {
        var found = node.isObject() ? node.get(name) : null;
        return new InstrumentNode(found == null ? MissingNode.getInstance() : found,
                path.isEmpty() ? name : path + "." + name, faults);
    }

    /** Names every field nobody reads: it is most likely a misspelt one. */
    void only(Set<String> names) {
        if (!node.isObject()) {
            wrong(node.isMissingNode() ? "This is missing; write an object." : "Write an object.");
            return;
        }
        node.propertyNames().stream().filter(n -> !names.contains(n))
                .forEach(n -> child(n).wrong("No such field; take it out or correct its name."));
    }

    String text(String name, int shortest, int longest) {
        var at = child(name);
        if (!at.node.isString()) {
            if (node.isObject()) at.wrong(at.node.isMissingNode() ? "This is missing; write a text." : "Write a text.");
            return "";
        }
        String said = at.node.stringValue().strip();
        if (said.length() < shortest || said.length() > longest)
            at.wrong("Write " + shortest + " to " + longest + " letters; these are " + said.length() + ".");
        if (said.chars().anyMatch(c -> Character.isISOControl(c)))
            at.wrong("Write one line without control characters.");
        return said;
    }

    int number(String name, int least, int most) {
        var at = child(name);
        if (!at.node.isIntegralNumber() || !at.node.canConvertToInt()) {
            if (node.isObject())
                at.wrong((at.node.isMissingNode() ? "This is missing; write" : "Write") + " a whole number from "
                        + least + " to " + most + ".");
            return least;
        }
        int said = at.node.intValue();
        if (said < least || said > most) at.wrong("Write a whole number from " + least + " to " + most + ".");
        return said;
    }

    boolean truth(String name) {
        var at = child(name);
        if (!at.node.isBoolean()) at.wrong("Write true or false.");
        return at.node.isBoolean() && at.node.booleanValue();
    }

    <E extends Enum<E>> E word(String name, Class<E> words) {
        var at = child(name);
        String said = at.node.isString() ? at.node.stringValue() : "";
        for (E word : words.getEnumConstants()) if (word.name().equals(said)) return word;
        if (node.isObject())
            at.wrong("Write one of "
                    + String.join(", ", Arrays.stream(words.getEnumConstants()).map(Enum::name).toList()) + ".");
        return words.getEnumConstants()[0];
    }

    List<InstrumentNode> list(String name, int least, int most) {
        var at = child(name);
        if (!at.node.isArray() || at.node.size() < least || at.node.size() > most) {
            if (node.isObject()) at.wrong("Write a list of " + least + " to " + most + ".");
            if (!at.node.isArray() || at.node.size() > most) return List.of();
        }
        var all = new ArrayList<InstrumentNode>();
        for (int i = 0; i < at.node.size(); i++)
            all.add(new InstrumentNode(at.node.get(i), at.path + "[" + i + "]", faults));
        return all;
    }

    /** Ids of other things; none is fine. */
    List<String> texts(String name) {
        if (!has(name)) return List.of();
        var all = new ArrayList<String>();
        for (var one : list(name, 0, 20)) {
            if (one.node.isString()) all.add(one.node.stringValue());
            else one.wrong("Write the id of an item.");
        }
        return all;
    }
}
