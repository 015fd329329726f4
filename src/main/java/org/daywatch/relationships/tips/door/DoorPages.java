package org.daywatch.relationships.tips.door;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.tips.board.TipBoard;
import org.daywatch.relationships.tips.thread.TipReceipts;
import org.springframework.stereotype.Component;

/** Draws the door's pages, in the language of their address. */
@Component
class DoorPages {

    private static final String HERE = "relationships/tips/door/";

    /** Styles and scripts, by path. */
    static final Map<String, byte[]> FILES = Stream.of("door.css", "door.js", "seal.js", "vendor/hpke.js")
            .collect(
                    Collectors.toUnmodifiableMap(name -> "/" + name.substring(name.indexOf('/') + 1), DoorPages::file));

    private final TemplateEngine templates;
    private final Texts texts;
    private final TipDoorSettings settings;

    DoorPages(TemplateEngine templates, Texts texts, TipDoorSettings settings) {
        this.templates = templates;
        this.texts = texts;
        this.settings = settings;
    }

    /** A page as the browser gets it. */
    record Drawn(int status, byte[] html) {}

    String exit() {
        return settings.exitUrl();
    }

    DoorPage page(String language, List<DoorSchool> schools, TipForm form) {
        return new DoorPage(texts, language, settings.exitUrl(), schools, form, Map.of(), List.of(), "", false,
                Optional.empty(), Optional.empty());
    }

    Drawn front(int status, DoorPage page) {
        return drawn(status, "front", Map.of("page", page));
    }

    /** @param receipt empty where it was shown before */
    Drawn kept(DoorPage page, Optional<String> receipt) {
        return drawn(200, "kept", Map.of("page", page, "receipt", receipt.map(TipReceipts::grouped).orElse("")));
    }

    Drawn thread(DoorPage page) {
        return drawn(200, "thread", Map.of("page", page));
    }

    /** Nothing that was typed is in it, nor a number: these bytes are the same whatever receipt was asked for. */
    Drawn nothing(DoorPage page) {
        return drawn(404, "nothing", Map.of("page", page));
    }

    /** @param board empty where no week has been counted yet */
    Drawn board(DoorPage page, DoorSchool school, Optional<TipBoard> board) {
        return drawn(200, "board", Map.of("page", page, "school", school.label(), "counted", board.isPresent(), "ended",
                board.flatMap(TipBoard::ended), "opened",
                board.map(TipBoard::clock).map(page::opened).orElse("")));
    }

    /** Words that are to be added, and could not be yet. */
    Drawn more(int status, DoorPage page) {
        return drawn(status, "more", Map.of("page", page));
    }

    private Drawn drawn(int status, String template, Map<String, Object> parameters) {
        var output = new Utf8ByteOutput();
        templates.render(HERE + template + ".jte", parameters, output);
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Drawn(status, bytes.toByteArray());
    }

    private static byte[] file(String name) {
        try (InputStream in = DoorPages.class.getResourceAsStream("/tip-door/" + name)) {
            if (in == null) throw new IllegalStateException("The tip door has no " + name + " in its jar.");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
