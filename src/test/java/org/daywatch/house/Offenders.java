package org.daywatch.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What breaks a habit of the house, said so that the message alone is enough: what to do, then who, a line each. */
final class Offenders {

    private static final int MOST_NAMED = 12;
    private static final int LINE = 180;

    private Offenders() {}

    /**
     * @param whatToDo one sentence in the imperative
     * @throws AssertionError where there are any; without a trace, which would lead into the test and not to the fault
     */
    static void none(String whatToDo, Collection<?> offenders) {
        if (offenders.isEmpty()) return;
        var error = new AssertionError(message(whatToDo, offenders));
        error.setStackTrace(new StackTraceElement[0]);
        throw error;
    }

    static void none(String whatToDo, Map<?, ?> offenders) {
        none(whatToDo, offenders.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
    }

    /**
     * What is there, held against a list that names each: whoever is new on either side is an offender of its own kind.
     */
    static void asListed(Collection<?> there, Collection<?> listed, String whatToDoWithNew, String whatToDoWithGone) {
        var added = new ArrayList<Object>(there);
        added.removeAll(listed);
        none(whatToDoWithNew, added);
        var gone = new ArrayList<Object>(listed);
        gone.removeAll(there);
        none(whatToDoWithGone, gone);
    }

    private static String message(String whatToDo, Collection<?> offenders) {
        var named = offenders.stream().map(Offenders::line).limit(MOST_NAMED).collect(Collectors.joining("\n  "));
        int more = offenders.size() - MOST_NAMED;
        return whatToDo + "\n  " + named + (more > 0 ? "\n  and " + more + " more" : "");
    }

    private static String line(Object offender) {
        String said = offender instanceof Sources.Line line
                ? line.file() + ":" + line.number() + " " + line.text().strip()
                : offender.toString().replaceAll("\\s*\\R\\s*", " ");
        return said.length() <= LINE ? said : said.substring(0, LINE - 1) + "…";
    }

    /** So that a test of a message can read it. */
    static List<String> said(String whatToDo, Collection<?> offenders) {
        return message(whatToDo, offenders).lines().map(String::strip).toList();
    }
}
