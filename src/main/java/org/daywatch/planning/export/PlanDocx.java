package org.daywatch.planning.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.daywatch.planning.export.PlanDocument.Block;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A plan for a word processor: real headings, so that it can be read by ear and has a table of contents at a click. */
final class PlanDocx {

    private PlanDocx() {}

    static byte[] of(PlanDocument plan) {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(plan.title());
            document.getProperties().getCoreProperties().setCreator("Daywatch");
            for (int level = 1; level <= 3; level++) style(document, level);
            frame(document, plan);
            var title = document.createParagraph();
            run(title, plan.title(), true, 22);
            table(document, new float[] {1, 2}, List.of(), pairs(plan.cover()));
            plan.blocks().forEach(block -> write(document, block));
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(XWPFDocument document, Block block) {
        switch (block) {
            case Block.Heading(int level, String text) -> {
                var heading = document.createParagraph();
                heading.setStyle("Heading" + level);
                heading.setKeepNext(true);
                run(heading, text, true, level == 1 ? 16 : level == 2 ? 13 : 11);
            }
            case Block.Words(String text) -> {
                for (String line : text.split("\n")) run(document.createParagraph(), line, false, 11);
            }
            case Block.Rows rows -> table(document, rows.widths(), rows.headings(), rows.rows());
        }
    }

    private static List<List<String>> pairs(List<String> cover) {
        return java.util.stream.IntStream.range(0, cover.size() / 2)
                .mapToObj(i -> List.of(cover.get(2 * i), cover.get(2 * i + 1))).toList();
    }

    private static void table(XWPFDocument document, float[] widths, List<String> headings, List<List<String>> rows) {
        var table = document.createTable(rows.size() + (headings.isEmpty() ? 0 : 1), widths.length);
        table.setWidth("100%");
        for (int c = 0; c < headings.size(); c++)
            run(table.getRow(0).getCell(c).getParagraphs().getFirst(), headings.get(c), true, 10);
        if (!headings.isEmpty()) table.getRow(0).setRepeatHeader(true);
        for (int r = 0; r < rows.size(); r++) {
            var row = table.getRow(r + (headings.isEmpty() ? 0 : 1));
            for (int c = 0; c < widths.length; c++)
                run(row.getCell(c).getParagraphs().getFirst(), rows.get(r).get(c), headings.isEmpty() && c == 0, 10);
        }
        document.createParagraph();
    }

    /** On every page: title and state above, the confidential line below. */
    private static void frame(XWPFDocument document, PlanDocument plan) {
        var above = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        run(above, plan.title() + " · " + plan.marking(), true, 10);
        var below = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        below.setAlignment(ParagraphAlignment.CENTER);
        run(below, plan.confidential(), false, 9);
    }

    private static void style(XWPFDocument document, int level) {
        var style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId("Heading" + level);
        style.addNewName().setVal("heading " + level);
        var paragraph = style.addNewPPr();
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        paragraph.addNewSpacing().setBefore(BigInteger.valueOf(level == 1 ? 360 : 200));
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    private static void run(XWPFParagraph paragraph, String text, boolean bold, int size) {
        var run = paragraph.createRun();
        run.setText(text);
        run.setBold(bold);
        run.setFontSize(size);
        run.setFontFamily("Calibri");
    }
}
