package org.daywatch.relationships.tips.page.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.relationships.tips.door.FixedPages;
import org.daywatch.relationships.tips.page.TipPage;
import org.daywatch.relationships.tips.page.command.PageCheck.Served;

/** Fetches what a door serves, as a browser does: no redirect is followed, nothing that is larger than any page. */
final class ServedPage {

    private static final int MOST = 4_000_000;
    private static final int MOST_FILES = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ServedPage() {}

    static Map<String, Served> at(String url) {
        var served = new LinkedHashMap<String, Served>();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            fetch(client, url, TipPage.LIST, served);
            fetch(client, url, TipPage.SIGNATURE, served);
            for (var path : FixedPages.PATHS) fetch(client, url, path, served);
            byte[] list = served.get(TipPage.LIST).bytes();
            if (list != null)
                for (var path : TipPage.read(list).map(page -> page.files().keySet()).orElseGet(java.util.TreeSet::new)
                        .stream().filter(path -> path.matches("/[a-zA-Z0-9._/-]*")).limit(MOST_FILES).toList())
                    if (!served.containsKey(path)) fetch(client, url, path, served);
        } catch (IOException e) {
            throw new InvalidInput("URL", url, "It does not answer (" + e.getClass().getSimpleName()
                    + "). Write scheme, name and port of the door, such as https://tips.example.org.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return served;
    }

    private static void fetch(HttpClient client, String url, String path, Map<String, Served> served)
            throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            byte[] bytes = in.readNBytes(MOST + 1);
            var headers = new HashMap<String, String>();
            answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT),
                    String.join(", ", values)));
            served.put(path, new Served(answer.statusCode() == 200 && bytes.length <= MOST ? bytes : null, headers));
        }
    }
}
