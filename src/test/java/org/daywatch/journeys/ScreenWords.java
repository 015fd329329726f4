package org.daywatch.journeys;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a screen may say of an emergency, sentence by sentence, and when each is true. It is no part of Daywatch and
 * asks none of it: a sentence about 911, about drill or real, or about the end that does not stand here is wrong.
 */
final class ScreenWords {

    /**
     * An alert as the database has it. @param state ACTIVE, RELEASING, ENDED, CANCELLED @param word name of the first
     * of two who end it, null before @param called who called 911, empty: nobody
     */
    record Event(boolean real, String action, String state, @Nullable String word, List<Call> called, ZoneId zone) {

        boolean over() {
            return state.equals("ENDED") || state.equals("CANCELLED");
        }

        boolean help() {
            return action.startsWith("HELP_");
        }
    }

    record Call(String by, Instant at) {}

    /**
     * @param events at the reader's schools, in this emergency
     * @param pressing what the buttons of their page would raise, ACTUAL or EXERCISE; blank where it has none
     */
    record Here(List<Event> events, String pressing) {

        boolean real() {
            return events.stream().anyMatch(e -> e.real && !e.over());
        }

        boolean drill() {
            return events.stream().anyMatch(e -> !e.real && !e.over());
        }

        /** Whether somebody must still be asked to call. */
        boolean nobodyCalled() {
            return events.stream().anyMatch(e -> e.real && !e.over() && e.called.isEmpty());
        }

        boolean called(String by, String at) {
            return events.stream().filter(Event::real).flatMap(e -> e.called.stream()
                    .map(call -> call.by + " " + TIME.format(call.at.atZone(e.zone))))
                    .anyMatch((by + " " + at)::equals);
        }
    }

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    /** What makes a sentence one that must stand in the table. */
    private static final Pattern ABOUT = Pattern.compile(
            "911|(?i:this is (only|not) a drill|not a drill)|\\b(has ended|is over|not over)\\b|^(Active|Ended|False alarm|Rooms are being released|All rooms are released)$");

    private record Rule(Pattern sentence, BiPredicate<Here, Matcher> holds) {}

    private static final List<Rule> TABLE = List.of(
            rule("Drill or test: 911 is not notified\\.",
                    (here, m) -> here.pressing.equals("EXERCISE") || here.events.stream().anyMatch(e -> !e.real)),
            rule("Real: this is not a drill Everyone at the school gets the alert at once\\.",
                    (here, m) -> here.pressing.equals("ACTUAL")),
            rule("Drill: this is only a drill Everyone gets the alert, marked DRILL\\.",
                    (here, m) -> here.pressing.equals("EXERCISE")),
            rule("(?i)Drill: this is only a drill", (here, m) -> here.events.stream().anyMatch(e -> !e.real)),
            rule("(?i)Real: (this is )?not a drill", (here, m) -> here.events.stream().anyMatch(Event::real)),
            // Asking for a call: of nothing real it is true that nobody was told, but in a drill nobody is asked.
            rule("No 911 call is recorded\\.", (here, m) -> here.nobodyCalled()),
            rule("Daywatch has not notified 911\\.|Call 911 if you need police, fire or EMS\\.",
                    (here, m) -> here.nobodyCalled() || !here.real() && !here.drill()),
            rule("Call 911( now\\.| about the change\\.)?", (here, m) -> m.group().equals("Call 911")
                    ? here.real() || !here.drill()
                    : here.nobodyCalled()),
            rule("911 has not acknowledged a message from Daywatch\\.", (here, m) -> here.nobodyCalled()),
            rule("911 called: (.+) (.+)", (here, m) -> here.events.stream().anyMatch(e -> !e.called.isEmpty())),
            rule("(?i)Real emergency: not a drill", (here, m) -> here.events.stream().anyMatch(Event::real)),
            rule("I called 911", (here, m) -> here.nobodyCalled()),
            rule("(.+) called 911 at (.+)\\.", (here, m) -> here.called(m.group(1), m.group(2))),
            rule("Call 911 if you see more or are in danger\\.", (here, m) -> here.real() && !here.nobodyCalled()),
            rule("This is over\\.|The alert has ended\\.?|Ended",
                    (here, m) -> here.events.stream().anyMatch(e -> e.state.equals("ENDED"))),
            rule("Call 911 if you are in danger\\.",
                    (here, m) -> here.events.stream().anyMatch(e -> e.real && e.over())),
            rule("It is not over yet: a second person must confirm\\.",
                    (here, m) -> here.events.stream().anyMatch(e -> !e.over() && e.word != null)),
            rule("It closes when the alert is over\\.", (here, m) -> here.real() || here.drill()), // the site plan
            rule("Active", (here, m) -> here.events.stream().anyMatch(e -> e.state.equals("ACTIVE"))),
            rule("Rooms are being released|All rooms are released",
                    (here, m) -> here.events.stream().anyMatch(e -> e.state.equals("RELEASING"))),
            rule("False alarm", (here, m) -> true)); // the other button of whoever may end it

    private ScreenWords() {}

    private static Rule rule(String sentence, BiPredicate<Here, Matcher> holds) {
        return new Rule(Pattern.compile(sentence), holds);
    }

    /** @param shown what can be read on it @return what is not so, and what is missing */
    static List<String> wrong(String shown, Here here) {
        var wrong = new ArrayList<String>();
        var sentences = sentences(shown);
        for (var sentence : sentences) {
            if (!ABOUT.matcher(sentence).find()) continue;
            var rules = TABLE.stream().map(rule -> new Said(rule, rule.sentence.matcher(sentence)))
                    .filter(said -> said.words.matches()).toList();
            if (rules.isEmpty()) wrong.add("not in the table: " + sentence);
            rules.stream().filter(said -> !said.rule.holds.test(here, said.words))
                    .forEach(said -> wrong.add("not so: " + sentence));
        }
        // A call for help is told to whoever called and to whoever may go, not to everybody at the school.
        for (var event : here.events) if (!event.help() && !named(event, sentences)) wrong.add("not said: " + event);
        return wrong;
    }

    private record Said(Rule rule, Matcher words) {}

    /** Whether it is a drill or real, and of the real what is so of 911; of what is over, that it is. */
    private static boolean named(Event event, List<String> sentences) {
        if (event.over()) return sentences.stream().anyMatch(s -> s.matches("(?i)(The alert has ended|Ended).*"));
        boolean kind = sentences.stream()
                .anyMatch(s -> s
                        .matches(event.real ? "(?i)Real: (this is )?not a drill" : "(?i)Drill: this is only a drill"));
        String state = !event.real
                ? "Drill or test: 911 is not notified\\."
                : event.called.isEmpty() ? "No 911 call is recorded\\." : ".+ called 911 at .+";
        return kind && sentences.stream().anyMatch(s -> s.matches(state));
    }

    private static List<String> sentences(String shown) {
        var all = new ArrayList<String>();
        for (var line : shown.replace('\u202f', ' ').replace('\u00a0', ' ')
                .split("\\R|\\t| · |(?<=[.!?]) (?=[A-Z]|911 has)"))
            if (!line.isBlank()) all.add(line.strip());
        return all;
    }
}
