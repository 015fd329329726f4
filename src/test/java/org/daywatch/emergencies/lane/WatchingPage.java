package org.daywatch.emergencies.lane;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page in a real browser that runs the scripts every page of the site runs, before a lane that comes and goes. Of the
 * site itself, which is killed with the lane, there is only what those scripts ask for; what a page shows is counted
 * where it sounds.
 */
final class WatchingPage implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("target/classes/static/rooms/emergencies/alerts");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PAGE = """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>Watching</title></head><body data-may="ALERT_READ"><div id="live"></div>
            <script>globalThis.shows = []</script><script src="/htmx.js"></script><script src="/alert-1-sound.everywhere.js"></script>
            <script>daywatchAlerts.sound = alert => shows.push(alert.alert)</script>
            <script src="/alert-2-overlay.everywhere.js"></script><script src="/alert-3-screen.everywhere.js"></script></body></html>
            """;
    private static final List<String> DEDUPLICATION = List.of(
            "const old = () => gone.has(alert.alert) || alerts.get(alert.alert)?.version >= alert.version",
            "const fresh = !(alerts.get(alert.alert)?.told >= alert.told)", "if (!remembered(sounded))");

    private final HttpServer site;
    private final Supplier<List<String>> standing;
    private final String lane;
    private final String token;

    /** @param standing what the site would say stands, each as the lane told it */
    WatchingPage(int lanePort, String token, Supplier<List<String>> standing) throws IOException {
        this.lane = "http://127.0.0.1:" + lanePort;
        this.token = token;
        this.standing = standing;
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        site.createContext("/", this::answer);
        site.start();
    }

    /** For the lane, which serves pages of this site only. */
    String setting() {
        return "--daywatch.site=" + home();
    }

    /** As everybody has it open. */
    Page open(Browser browser) {
        return open(browser, "/");
    }

    /** The same page with nothing in it that keeps an alert from being shown twice. */
    Page openForgetful(Browser browser) {
        return open(browser, "/forgetful");
    }

    private Page open(Browser browser, String path) {
        var page = browser.newPage(); // with a memory of its own
        page.navigate(home() + path);
        return page;
    }

    /** Each time it has shown an alert, in their order. */
    static List<UUID> shows(Page page) {
        return ((List<?>) page.evaluate("shows")).stream().map(id -> UUID.fromString((String) id)).toList();
    }

    private static String forgetful(String script) {
        for (String rule : DEDUPLICATION) {
            if (!script.contains(rule))
                throw new AssertionError("the page keeps apart what it has shown by other words than: " + rule);
            script = script.replace(rule,
                    rule.startsWith("if")
                            ? "if (true)"
                            : rule.startsWith("const old") ? "const old = () => false" : "const fresh = true");
        }
        return script;
    }

    private String home() {
        return "http://localhost:" + site.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/")) send(exchange, 200, "text/html", PAGE);
        else
            if (path.equals("/forgetful"))
                send(exchange, 200, "text/html", PAGE.replace("/alert-3-screen.everywhere.js", "/forgetful.js"));
            else
                if (path.equals("/forgetful.js"))
                    send(exchange, 200, "text/javascript",
                            forgetful(Files.readString(SCRIPTS.resolve("alert-3-screen.everywhere.js"))));
                else
                    if (path.equals("/htmx.js"))
                        send(exchange, 200, "text/javascript",
                                Files.readString(Path.of("target/classes/static/vendor/htmx.js")));
                    else
                        if (path.endsWith(".everywhere.js"))
                            send(exchange, 200, "text/javascript",
                                    Files.readString(SCRIPTS.resolve(path.substring(1))));
                        else
                            if (path.equals("/alerts/screen")) send(exchange, 200, "application/json", screen());
                            else send(exchange, 404, "text/plain", "");
    }

    private String screen() {
        var lane = Map.of("url", this.lane, "streams", this.lane, "token", token);
        String rest = JSON.writeValueAsString(Map.of("person", UUID.randomUUID(), "leads", true, "csrf", "", "lane",
                lane, "schools", Map.of(), "apart", List.of(), "ended", List.of(), "over", List.of(), "dispatch",
                Map.of(),
                "words", Map.of("lang", "en")));
        return rest.substring(0, rest.length() - 1) + ",\"alerts\":[" + String.join(",", standing.get()) + "]}";
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        site.stop(0);
    }
}
