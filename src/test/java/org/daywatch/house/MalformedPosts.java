package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch._story.Explorer;
import org.daywatch._story.Explorer.Form;
import org.jsoup.Jsoup;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What a broken browser, a hurried hand or an attacker posts: nothing, far too much, signs that are no characters, ids
 * that are none, days of no calendar, a form where a file is meant. Every handler that takes a post is asked, with the
 * things the demonstration holds, by somebody who may; none of them fails, and whoever is refused is told so. Handlers
 * are taken from the application, forms and ids from its pages: a new one is tried without anybody adding it here.
 */
final class MalformedPosts {

    /**
     * In the long form every field of every form once with every word, by everybody who finds the form; else each
     * handler gets some of the words in its turn, so that all of them come to a handful of neighbors: an address three,
     * what is posted throughout two, and either the parts of a file's form or every field twice.
     */
    private static final boolean LONG = Boolean.getBoolean("daywatch.long");
    private static final int IN_TURN = 3;
    private static final int POSTED_IN_TURN = 2;
    private static final String STREAM = "/live"; // has no end
    private static final int LONGEST_IN_AN_ADDRESS = 500;
    private static final String PARTS = "every field empty, as the parts of a file's form";
    private static final String TWICE = "every field twice";

    private static final List<String> WORDS = List.of("x".repeat(7000), "\u0000", "-".repeat(36),
            "99999999999999999999", "-1", "+999999999-12-31", "+999999999-12-31T23:59",
            "0198c0de-0000-7000-8000-00000000c0de", "", "\uD83D\uDE80{0}'\"<b>%s");

    private final List<Explorer> people;
    private final RequestMappingHandlerMapping endpoints;
    private final List<String> words;
    private final AnswersSeen posts = new AnswersSeen();

    /** @param others an id that exists, but not for these people */
    MalformedPosts(List<Explorer> people, RequestMappingHandlerMapping endpoints, UUID others) {
        this.people = people;
        this.endpoints = endpoints;
        this.words = new ArrayList<>(WORDS);
        words.add(others.toString());
    }

    /** @param kind its address with a hole for each id. @param names what it asks for by name */
    private record Handler(String kind, Pattern matches, Set<String> names) {

        String nowhere() {
            return kind.replace("{}", UUID.randomUUID().toString());
        }
    }

    void withoutAPart() {
        told("/lessons", Map.of("form", UUID.randomUUID().toString()), "file: Daywatch did not get a file");
        told("/lessons", Map.of(), "form: Daywatch did not get this part");
        told("/invoice-runs", Map.of("month", "2026-10", "form", "17"), "form: Daywatch cannot read “17”");
    }

    private void told(String address, Map<String, String> fields, String sentence) {
        var answers = people.stream().map(p -> p.post(address, fields)).filter(a -> a.statusCode() != 403).toList();
        assertThat(answers).as("who may post to " + address).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Jsoup.parse(answer.body()).text()).contains(sentence);
        });
    }

    void everyAddress() {
        var walk = new AnswersSeen();
        for (var handler : handlers(RequestMethod.GET)) {
            var able = people.stream().filter(p -> pageFor(p, handler).isPresent()).toList();
            for (var person : able.isEmpty() ? oneOfEachRole() : able) {
                String address = pageFor(person, handler).orElse(handler.nowhere());
                var asked = new TreeSet<>(handler.names());
                asked.addAll(person.asked(address));
                for (var word : wordsFor(handler.kind(), IN_TURN)) {
                    if (asked.isEmpty()) break;
                    walk.saw("GET " + handler.kind() + "?" + String.join("&", asked) + "=" + shown(word), person,
                            person.get(address + "?" + Explorer.query(fields(asked, inAnAddress(word), null))));
                    if (able.isEmpty() && !walk.reached && !LONG) break; // nor with another word
                }
                if (walk.reached || asked.isEmpty()) break;
            }
            walk.over(handler.kind());
        }
        assertThat(walk.tried).as("addresses tried").isGreaterThan(600);
        Offenders.none("Read what stands in the address with Days, Ids or Paging: the handler failed.", walk.wrong);
    }

    void everyPostThroughout() {
        handlers(RequestMethod.POST).forEach(handler -> post(posts, handler, this::throughout));
        fails();
    }

    /** What is nearly right may be done, and the thing is gone then: everything else comes first. */
    void everyPostInOneField() {
        handlers(RequestMethod.POST).forEach(handler -> post(posts, handler, this::inOneField));
        var kinds = handlers(RequestMethod.POST).stream().map(Handler::kind).collect(Collectors.toSet());
        assertThat(posts.everReached).as("handlers that read what was posted, of " + kinds.size())
                .hasSizeGreaterThan(kinds.size() * 8 / 10);
        fails();
    }

    private void fails() {
        Offenders.none("Read what is posted with Typed or TypedForm and say what is wrong: the handler failed.",
                posts.wrong);
    }

    /** Who asks where nobody found a page or a form. */
    private List<Explorer> oneOfEachRole() {
        var found = new LinkedHashMap<String, Explorer>();
        people.forEach(person -> found.putIfAbsent(person.role(), person));
        return LONG ? people : List.copyOf(found.values());
    }

    /** An address of more than 8,192 bytes does not reach the application. */
    private static String inAnAddress(String word) {
        return word.length() <= LONGEST_IN_AN_ADDRESS ? word : word.substring(0, LONGEST_IN_AN_ADDRESS);
    }

    private void post(AnswersSeen walk, Handler handler,
            BiFunction<Form, Set<String>, Map<String, Map<String, String>>> how) {
        var able = people.stream().filter(p -> formFor(p, handler).isPresent()).toList();
        for (var person : able.isEmpty() ? oneOfEachRole() : able) {
            var form = formFor(person, handler).orElse(new Form(handler.nowhere(), Map.of()));
            for (var malformed : how.apply(form, handler.names()).entrySet()) {
                var answer = switch (malformed.getKey()) {
                    case PARTS -> person.postParts(form.address(), malformed.getValue());
                    case TWICE -> person.postTwice(form.address(), malformed.getValue());
                    default -> person.post(form.address(), malformed.getValue());
                };
                walk.saw("POST " + handler.kind() + " with " + malformed.getKey(), person, answer);
                if (answer.statusCode() == 403) break; // not theirs to do, whatever is posted
            }
            if (walk.reached && !LONG) break;
        }
        walk.over(handler.kind());
    }

    private static Optional<Form> formFor(Explorer person, Handler handler) {
        return person.forms().stream().filter(f -> handler.matches().matcher(f.address()).matches()).findFirst();
    }

    private static Optional<String> pageFor(Explorer person, Handler handler) {
        return person.pages().stream().filter(p -> handler.matches().matcher(p).matches()).findFirst();
    }

    private Map<String, Map<String, String>> throughout(Form form, Set<String> names) {
        var all = new LinkedHashSet<>(names);
        all.addAll(form.fields().keySet());
        var posts = new LinkedHashMap<String, Map<String, String>>();
        String kind = form.address().replaceAll("[0-9a-f-]{36}", "");
        for (var word : wordsFor(kind, POSTED_IN_TURN))
            posts.put("every field " + shown(word), fields(all, word, form.fields().get("form")));
        boolean parts = Math.floorMod(kind.hashCode(), 2) == 0;
        if (parts || LONG) posts.put(PARTS, fields(all, "", null));
        if (!parts || LONG) posts.put(TWICE, fields(all, "1", null));
        posts.put("nothing", Map.of());
        return posts;
    }

    /** The last one, an id of others, is always among them. */
    private List<String> wordsFor(String kind, int inTurn) {
        if (LONG) return words;
        var turn = new LinkedHashSet<String>();
        int first = Math.floorMod(kind.hashCode(), words.size());
        for (int i = 0; i < inTurn - 1; i++) turn.add(words.get((first + 3 * i) % words.size()));
        turn.add(words.getLast());
        return List.copyOf(turn);
    }

    /** As somebody fills it in, but for one field: each has its turn, with the words in turn. */
    private Map<String, Map<String, String>> inOneField(Form form, Set<String> names) {
        var all = new LinkedHashSet<>(names);
        all.addAll(form.fields().keySet());
        var posts = new LinkedHashMap<String, Map<String, String>>();
        all.remove("_once"); // no handler reads it
        int turn = form.address().length();
        for (var name : all) {
            var turns = new LinkedHashSet<>(LONG ? words : List.of(words.get(turn++ % words.size())));
            if (Explorer.namesAThing(form.fields().getOrDefault(name, ""))) turns.add(words.getLast());
            for (var word : turns) {
                var fields = new LinkedHashMap<>(form.fields());
                fields.computeIfPresent("form", (n, old) -> UUID.randomUUID().toString());
                fields.put(name, kindOf(fields.getOrDefault(name, "")) + word);
                posts.put(name + " " + shown(word), fields);
            }
        }
        return posts;
    }

    /** "SCHOOL:" of "SCHOOL:id": what says how the rest is meant stays, or the rest is never read. */
    private static String kindOf(String value) {
        return value.matches("[A-Z]+:.*") ? value.substring(0, value.indexOf(':') + 1) : "";
    }

    private static Map<String, String> fields(Set<String> names, String word, String form) {
        var fields = names.stream().collect(Collectors.toMap(n -> n, n -> word, (a, b) -> a, LinkedHashMap::new));
        if (form != null) fields.put("form", UUID.randomUUID().toString());
        return fields;
    }

    private static String shown(String word) {
        return word.isEmpty()
                ? "empty"
                : word.length() > 40 ? word.length() + " letters" : Explorer.encode(word);
    }

    private List<Handler> handlers(RequestMethod method) {
        return endpoints.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getName().startsWith("org.daywatch."))
                .filter(e -> e.getKey().getMethodsCondition().getMethods().contains(method))
                .filter(e -> !e.getKey().getPatternValues().contains(STREAM))
                .flatMap(e -> e.getKey().getPatternValues().stream().map(a -> new Handler(
                        a.replaceAll("\\{[^}]*}", "{}"),
                        Pattern.compile(a.replaceAll("\\{[^}]*}", "[^/]+")),
                        Arrays.stream(e.getValue().getMethodParameters())
                                .filter(p -> p.hasParameterAnnotation(RequestParam.class))
                                .filter(p -> !Map.class.isAssignableFrom(p.getParameterType()))
                                .map(p -> named(p)).collect(Collectors.toCollection(TreeSet::new)))))
                .sorted(java.util.Comparator.comparing(Handler::kind)).toList();
    }

    private static String named(org.springframework.core.MethodParameter parameter) {
        String said = parameter.getParameterAnnotation(RequestParam.class).value();
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        return said.isEmpty() ? String.valueOf(parameter.getParameterName()) : said;
    }
}
