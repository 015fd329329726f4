package org.daywatch.house;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.daywatch._story.Explorer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;

/** What handlers answered to whoever goes from one to the next with malformed input, and what was wrong with it. */
final class AnswersSeen {

    private static final int HEADER_BYTES = 4096;
    /** The page of a refusal, a sentence above a form, or one at a field. */
    private static final String TOLD = ".problem .lead, .alert-error, .alert-warning, .usa-error-message, [role=alert]";

    final Set<String> wrong = new TreeSet<>();
    final Set<String> everReached = new TreeSet<>();
    int tried;
    boolean reached;

    void saw(String what, Explorer person, HttpResponse<String> answer) {
        tried++;
        String fault = fault(answer);
        if (!fault.isEmpty()) wrong.add(what + ": " + fault);
        String to = answer.headers().firstValue("location").orElse("");
        if (answer.statusCode() == 401 || to.matches(".*/(sign-in|personas)([?/].*)?")) person.enter();
        else if (answer.statusCode() != 403 && answer.statusCode() != 404) reached = true;
    }

    void over(String kind) {
        if (reached) everReached.add(kind);
        reached = false;
    }

    private static String fault(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 500) return "answered " + status;
        boolean machine = answer.headers().firstValue("www-authenticate").isPresent();
        if (status >= 400 && answer.body().isBlank() && !machine) return "answered " + status + " and said nothing";
        boolean page = answer.headers().firstValue("content-type").orElse("").startsWith("text/html");
        if (status >= 400 && page) {
            var told = Jsoup.parse(answer.body());
            if (told.select(TOLD).isEmpty())
                return "answered " + status + " with a page that does not say what is wrong";
            String astray = astray(told);
            if (!astray.isEmpty()) return astray;
        }
        int header = answer.headers().map().entrySet().stream()
                .mapToInt(e -> e.getValue().stream().mapToInt(String::length).max().orElse(0)).max().orElse(0);
        return header > HEADER_BYTES ? "sent a header of " + header + " characters" : "";
    }

    /**
     * Each message at a field leads to that field and is read with it: there the focus goes when the form comes back.
     */
    private static String astray(Document page) {
        for (var message : page.select(".usa-error-message")) {
            String id = message.id().replaceFirst("-error$", "");
            if (id.isEmpty() && !message.closest("fieldset, .field, form").select("input, select, textarea").isEmpty())
                continue;
            var fields = id.isEmpty() ? new Elements() : page.select("[id=\"" + id + "\"]");
            if (fields.isEmpty()) return "said at no field: " + message.text();
            if (fields.size() > 1) return "said where two fields have one id: " + id;
            if (!fields.first().attr("aria-describedby").contains(message.id()))
                return "said at a field that does not name it: " + id;
        }
        return "";
    }
}
