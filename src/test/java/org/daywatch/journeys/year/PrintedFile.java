package org.daywatch.journeys.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.context.ApplicationContext;

/** A PDF as it is printed for somebody who asks for it, and its text. */
final class PrintedFile {

    private PrintedFile() {}

    static byte[] get(ApplicationContext app, Story.Cast cast, String path) {
        var sessions = app.getBean(Sessions.class);
        String token = sessions.open(cast.coordinator(), "PASSKEY", "test");
        sessions.actFor(token, cast.agency(), Role.COORDINATOR);
        var address = URI
                .create("http://localhost:" + app.getEnvironment().getRequiredProperty("local.server.port") + path);
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(address).header("Cookie", "daywatch_session=" + token).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as("GET %s", path).isEqualTo(200);
            Files.write(Files.createDirectories(Path.of("target/screenshots"))
                    .resolve(path.replaceAll("^.*/|\\?.*$|\\.pdf", "") + "-" + cast.suffix() + ".pdf"), answer.body());
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Line breaks inside a cell count as one space. */
    static String text(byte[] pdf) {
        var text = new StringBuilder();
        try (var reader = new PdfReader(pdf)) {
            var extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++)
                text.append(extractor.getTextFromPage(page)).append(' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replaceAll("\\s+", " ");
    }
}
