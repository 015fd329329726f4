package org.daywatch.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A list as a CSV download, row by row. A cell that a spreadsheet would take for a formula is prefixed with an
 * apostrophe.
 */
public final class Csv {

    /** The wide signs are read as the narrow ones where Chinese or Japanese is spoken. */
    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠";

    /** Every kind of space, and signs that nobody sees: what comes after them is what a spreadsheet shows first. */
    private static final Pattern UNSEEN = Pattern.compile("^[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");

    private Csv() {}

    public static void answer(HttpServletResponse response, String fileName, List<String> header,
            Stream<? extends List<?>> rows) {
        mustAskForAProof();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        response.setHeader("Cache-Control", "no-store");
        try (var csv = CsvWriter.builder()
                .build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)); rows) {
            csv.writeRecord(header);
            rows.forEach(row -> csv.writeRecord(row.stream().map(Csv::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever takes a list along proves anew who they are and is counted: the address is how that is known. */
    private static void mustAskForAProof() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && !String.valueOf(now.getRequest().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                        .endsWith(".csv"))
            throw new IllegalStateException("A CSV is answered at an address that ends in .csv only.");
    }

    /** Numbers stay numbers: a minus sign before digits is no formula. */
    public static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String seen = UNSEEN.matcher(text).replaceFirst("");
        boolean formula = text.startsWith("\t") || text.startsWith("\r") || text.startsWith("\n")
                || !seen.isEmpty() && BEGINS_A_FORMULA.indexOf(seen.charAt(0)) >= 0
                        && !text.matches("-?[0-9]+([.,][0-9]+)?");
        return formula ? "'" + text : text;
    }
}
