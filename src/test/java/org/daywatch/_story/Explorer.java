package org.daywatch._story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A persona of the demonstration who goes from link to link and writes down the pages and forms there are. */
public final class Explorer {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int MOST_PAGES = 400;
    private static final boolean LONG = Boolean.getBoolean("daywatch.long");
    private static final int ALIKE = 2;
    private static final int SEEN_BY_SEVERAL = 3;
    private static final Pattern LEADS_NOWHERE = Pattern.compile(".*\\.(csv|pdf|zip|ics|docx)");
    private static final int TOLD_SECONDS = 600;

    /** Fields somebody writes words into; what they take of them is the server's to say. */
    private static final String WRITTEN = "textarea[name], input[name]:not([type]), input[name][type~=^(text|search|tel|url|email)$]";

    /**
     * @param fields as the page shows them, with what stands in them. @param written the names of those that take words
     * @param files those that take a file, with what kinds
     */
    public record Form(String address, Map<String, String> fields, Set<String> written, Map<String, String> files) {

        public Form(String address, Map<String, String> fields) {
            this(address, fields, Set.of(), Map.of());
        }
    }

    /** How often they saw a page of a kind, and the kinds of files that one of them was given. */
    private record Together(Map<String, Integer> seen, Set<String> given) {}

    private final int port;
    private final Sessions sessions;
    private final String role;
    private final UUID person;
    private final UUID org;
    private final Together together;
    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private String cookies = "";
    private String token = "";
    private final List<Form> forms = new ArrayList<>();
    private final Set<String> pages = new LinkedHashSet<>();
    private final Map<String, Set<String>> asked = new HashMap<>();

    private Explorer(int port, Sessions sessions, String role, UUID person, UUID org, Together together) {
        this.together = together;
        this.port = port;
        this.sessions = sessions;
        this.role = role;
        this.person = person;
        this.org = org;
        enter();
    }

    public void enter() {
        String session = sessions.open(person, Sessions.PERSONA, "test");
        sessions.actFor(session, org, Role.valueOf(role));
        cookies = "daywatch_session=" + session;
        var page = get("/sign-in");
        page.headers().allValues("set-cookie").forEach(c -> cookies += "; " + c.split(";", 2)[0]);
        var found = TOKEN.matcher(page.body());
        if (found.find()) token = found.group(1);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** A file; empty where they may not have it. */
    public Optional<byte[]> file(String path) {
        try {
            var answer = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            return Optional.of(answer).filter(a -> a.statusCode() == 200).map(HttpResponse::body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", "text/html")
                .header("Cookie", cookies);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(
                HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token) + "&" + query(fields))));
    }

    /** Each field twice, as a page sends them that was put together wrongly. */
    public HttpResponse<String> postTwice(String path, Map<String, String> fields) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers
                        .ofString("_csrf=" + encode(token) + "&" + query(fields) + "&" + query(fields))));
    }

    public HttpResponse<String> postParts(String path, Map<String, String> fields) {
        return postParts(path, fields, Map.of());
    }

    /** @param files by the name of their field */
    public HttpResponse<String> postParts(String path, Map<String, String> fields, Map<String, byte[]> files) {
        String edge = "edge" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        all.forEach((name, value) -> part(body, edge, "name=\"" + name + "\"", value.getBytes(UTF_8)));
        files.forEach((name, file) -> part(body, edge, "name=\"" + name + "\"; filename=\"file\"", file));
        body.writeBytes(("--" + edge + "--\r\n").getBytes(UTF_8));
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String edge, String called, byte[] content) {
        body.writeBytes(("--" + edge + "\r\nContent-Disposition: form-data; " + called + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One page or two of each kind, from link to link, with the forms that stand on it. */
    public void look() {
        look(ALIKE, (path, page) -> {});
    }

    /**
     * What several people have seen already is seen once by whoever comes after them, and a file that one of them was
     * given, which leads nowhere, not at all. In the long form everybody sees everything for themselves.
     */
    private boolean seenBySeveral(String kind, int seen) {
        int before = together.seen().merge(kind, 1, Integer::sum);
        return before > SEEN_BY_SEVERAL && seen > 1 || together.given().contains(kind);
    }

    /** @param alike so many of each kind. @param reads each page that is found, with its address */
    public void look(int alike, BiConsumer<String, String> reads) {
        var seen = new HashMap<String, Integer>();
        var ahead = new ArrayDeque<>(List.of("/"));
        while (!ahead.isEmpty() && pages.size() < MOST_PAGES) {
            String next = ahead.poll();
            noteQuestion(next);
            int time = seen.merge(kind(next), 1, Integer::sum);
            if (time > alike || next.startsWith("/help/") || !LONG && seenBySeveral(kind(next), time)) continue;
            var answer = get(next);
            if (answer.statusCode() == 200) {
                pages.add(next.replaceAll("\\?.*", ""));
                if (LEADS_NOWHERE.matcher(kind(next)).matches()) together.given().add(kind(next));
            }
            answer.headers().firstValue("location").map(this::here).filter(l -> l.startsWith("/"))
                    .ifPresent(ahead::add);
            if (!answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) continue;
            reads.accept(next, answer.body());
            var page = Jsoup.parse(answer.body(), "http://localhost:" + port + next);
            page.select("a[href]").stream().map(a -> here(a.absUrl("href")))
                    .filter(href -> href.startsWith("/") && !href.contains(" ")).forEach(ahead::add);
            for (var form : page.select("form:not([method=post])"))
                form.select("[name]").forEach(field -> asked
                        .computeIfAbsent(kind(here(form.absUrl("action"))), k -> new TreeSet<>())
                        .add(field.attr("name")));
            page.select("form[method=post]").forEach(this::keep);
        }
    }

    private String here(String address) {
        return address.replace("http://localhost:" + port, "").replaceAll("#.*", "");
    }

    private void noteQuestion(String address) {
        int at = address.indexOf('?');
        if (at >= 0)
            for (var part : address.substring(at + 1).split("&"))
                asked.computeIfAbsent(kind(address), k -> new TreeSet<>()).add(part.replaceAll("=.*", ""));
    }

    private void keep(Element form) {
        String to = here(form.absUrl("action")).replaceAll("\\?.*", "");
        var fields = new LinkedHashMap<String, String>();
        for (var field : form.select("input[name], select[name], textarea[name], button[name]")) {
            if (field.attr("name").equals("_csrf") || field.attr("type").equals("file")) continue;
            fields.putIfAbsent(field.attr("name"), filledIn(field));
        }
        var written = form.select(WRITTEN).stream().map(field -> field.attr("name")).collect(Collectors.toSet());
        var files = new LinkedHashMap<String, String>();
        form.select("input[type=file][name]").forEach(file -> files.put(file.attr("name"), file.attr("accept")));
        for (var button : form.select("button[formaction]"))
            forms.add(new Form(button.attr("formaction"), fields, written, files));
        forms.add(new Form(to, fields, written, files));
    }

    /** The cookie of the session they have. */
    public String session() {
        return cookies.replaceAll(".*daywatch_session=([^;]*).*", "$1");
    }

    public String role() {
        return role;
    }

    public List<Form> forms() {
        return forms;
    }

    /** Without what is asked of them. */
    public Set<String> pages() {
        return pages;
    }

    /** What links and forms ask of a page of this kind. */
    public Set<String> asked(String address) {
        return asked.getOrDefault(kind(address), Set.of());
    }

    /** What stands in a field, or what somebody would write there. */
    private static String filledIn(Element field) {
        if (!field.val().isEmpty() && !field.tagName().equals("select")) return field.val();
        if (!field.hasAttr("required") && !field.tagName().equals("select")) return "";
        return switch (field.tagName() + " " + field.attr("type")) {
            case "select " -> Stream.of("option[selected]", "option[value]:not([value=''])")
                    .map(options -> field.select(options)).filter(found -> !found.isEmpty()).findFirst()
                    .map(found -> found.first().val()).orElse("");
            case "input date" -> "2026-11-20";
            case "input datetime-local" -> "2026-11-20T10:00";
            case "input time" -> "10:00";
            case "input month" -> "2026-11";
            case "input number" -> "1";
            case "input email" -> "kit@malformed.example";
            default -> "A few words";
        };
    }

    /** Everybody there is to be, once the story is told. */
    public static List<Explorer> all(int port, Sessions sessions) {
        try (var stranger = new Guest(port)) {
            for (int i = 0; i < TOLD_SECONDS; i++) {
                var forms = Jsoup.parse(stranger.get("/personas").body()).select("form:has(input[name=person])");
                var seen = new Together(new HashMap<>(), new HashSet<>());
                if (!forms.isEmpty())
                    return forms.stream().map(f -> new Explorer(port, sessions, f.select("[name=role]").val(),
                            UUID.fromString(f.select("[name=person]").val()),
                            UUID.fromString(f.select("[name=org]").val()), seen)).toList();
                Thread.sleep(1000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the demonstration has told no story");
    }

    /** An id, or what ends with one, such as SCHOOL:id. */
    public static boolean namesAThing(String value) {
        return value.matches("(.*:)?" + ID);
    }

    /** The address with a hole for each id, day, number and code of a lesson, a rule or an instrument. */
    public static String kind(String path) {
        return path.replaceAll("\\?.*", "").replaceAll(ID, "{}").replaceAll("\\d{4}-\\d\\d(-\\d\\d)?", "{}")
                .replaceAll("/([A-Z][A-Z0-9_-]+|\\d+)(?=/|$)", "/{}");
    }

    public static String query(Map<String, String> fields) {
        return fields.entrySet().stream().map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
