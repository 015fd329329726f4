package org.daywatch.relationships.tips.canary;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.daywatch.relationships.tips.crowd.Puzzle;

/** What a phone does at the door: it opens the page, sends the form, and comes back with the digits. */
final class CanaryPhone {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern DIGITS = Pattern.compile("id=\"digits\"[^>]*>([0-9 ]{19})<");

    private static final Pattern TICKET = Pattern
            .compile("name=\"ticket\" value=\"([0-9a-f.]+)\" data-bits=\"([0-9]+)\"");

    private final URI door;

    CanaryPhone(URI door) {
        this.door = door;
    }

    record Answer(int status, String page) {

        Optional<String> receipt() {
            var found = DIGITS.matcher(page);
            return status == 200 && found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }

        Optional<MatchResult> ticket() {
            return TICKET.matcher(page).results().findFirst();
        }
    }

    /** @return empty where nobody answers */
    Optional<Answer> send(String school, String words) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("step", "tip");
        fields.put("form", UUID.randomUUID().toString());
        fields.put("school", school);
        fields.put("words", words);
        fields.put("life", "no");
        return ask(Map.of()).flatMap(page -> page.status() == 200 ? ask(fields) : Optional.of(page))
                .flatMap(page -> page.ticket().isEmpty() ? Optional.of(page) : again(fields, page.ticket().get()));
    }

    /** Many write at once: what a phone's script does then. */
    private Optional<Answer> again(Map<String, String> fields, MatchResult ticket) {
        fields.put("ticket", ticket.group(1));
        fields.put("proof", Puzzle.solve(ticket.group(1), Integer.parseInt(ticket.group(2))));
        return ask(fields);
    }

    boolean finds(String receipt) {
        return ask(Map.of("step", "thread", "receipt", receipt)).filter(answer -> answer.status() == 200).isPresent();
    }

    private Optional<Answer> ask(Map<String, String> fields) {
        var request = HttpRequest.newBuilder(door.resolve("/en")).timeout(PATIENCE);
        if (!fields.isEmpty())
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                            .map(field -> field.getKey() + "="
                                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"))));
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).sslContext(ownCertificate()).build()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return Optional.of(new Answer(answer.statusCode(), answer.body()));
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * It calls its own process by an address that no certificate names; nothing it sends is secret, and how long the
     * certificate counts is watched elsewhere.
     */
    private static SSLContext ownCertificate() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
    }
}
