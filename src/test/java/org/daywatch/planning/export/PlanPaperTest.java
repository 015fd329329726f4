package org.daywatch.planning.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.daywatch.planning.export.PlanDocument.Block.Heading;
import org.daywatch.planning.export.PlanDocument.Block.Rows;
import org.daywatch.planning.export.PlanDocument.Block.Words;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PlanPaperTest {

    private static final PlanDocument PLAN = new PlanDocument("Emergency operations plan", "Edition 3 · Approved",
            "Confidential. Not a public record: A.R.S. 41-1803(G). · Ironwood High",
            List.of("School", "Ironwood High", "Edition", "3 · Approved", "Approved", "Dana Reyes, Aug 3, 2026",
                    "Review by", "Aug 3, 2027"),
            List.of(new Heading(1, "Basic plan"), new Heading(2, "Introduction"),
                    new Words("Signed by the principal.\nA copy lies in the safe."),
                    new Rows("Risks", new float[] {3, 1, 2}, List.of("Hazard", "Points", "Priority"),
                            List.of(List.of("Flash flood", "3.25", "High"), List.of("Heat", "2.10", "Medium"))),
                    new Heading(2, "Evacuation"),
                    new Words(("Everybody leaves by the second nearest door. ").repeat(200))));

    @Test
    void theDocumentIsReadBackWithHeadingsTablesAndItsFrame() throws IOException {
        byte[] bytes = PlanDocx.of(PLAN);
        Files.createDirectories(Path.of("target/paper"));
        Files.write(Path.of("target/paper/operations-plan.docx"), bytes);
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains("Emergency operations plan · Edition 3 · Approved", "A.R.S. 41-1803(G)",
                    "Dana Reyes, Aug 3, 2026", "Signed by the principal.", "A copy lies in the safe.");
            assertThat(document.getParagraphs().stream().filter(p -> "Heading2".equals(p.getStyle()))
                    .map(p -> p.getText())).containsExactly("Introduction", "Evacuation");
            assertThat(document.getTables().get(1).getRow(1).getTableCells().stream().map(c -> c.getText()))
                    .containsExactly("Flash flood", "3.25", "High");
            assertThat(document.getFooterList().getFirst().getText()).contains("Confidential");
        }
    }

    @Test
    void everyPageOfThePaperCarriesEditionApprovalAndTheConfidentialLine() throws IOException {
        byte[] bytes = PlanPdf.of(PLAN);
        Files.createDirectories(Path.of("target/paper"));
        Files.write(Path.of("target/paper/operations-plan.pdf"), bytes);
        try (var pdf = new PdfReader(bytes)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(new PdfTextExtractor(pdf).getTextFromPage(page)).as("page " + page).contains("Edition 3",
                        "Approved", "A.R.S. 41-1803(G)");
            }
        }
    }

    @Test
    void noHeadingStandsAtTheFootOfAPageWithoutWhatItIsAbout() throws IOException {
        var blocks = new java.util.ArrayList<PlanDocument.Block>();
        for (int annex = 1; annex <= 40; annex++) {
            var goals = java.util.Collections.nCopies(1 + annex % 4, List.of("Goal", "Everybody knows what to do."));
            blocks.addAll(List.of(new Heading(2, "Annex " + annex), new Heading(3, "Before it happens"),
                    new Rows("Goals", new float[] {1, 4}, List.of("What", "Words"), goals)));
        }
        try (var pdf = new PdfReader(PlanPdf.of(new PlanDocument("Emergency operations plan", "Edition 3",
                "Confidential", List.of("School", "Ironwood High"), blocks)))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var body = new PdfTextExtractor(pdf).getTextFromPage(page).lines().map(String::strip).filter(
                        line -> line.startsWith("Annex") || line.startsWith("Before") || line.startsWith("Goal"))
                        .toList();
                assertThat(body.getLast()).as("the last line of page " + page).doesNotStartWith("Annex")
                        .doesNotStartWith("Before");
            }
        }
    }
}
