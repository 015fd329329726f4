package org.daywatch._story;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** What stands on a PDF, page after page; line breaks inside a cell count as one space. */
public final class PaperText {

    private PaperText() {}

    public static String of(byte[] pdf) {
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
