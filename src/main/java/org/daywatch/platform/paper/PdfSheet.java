package org.daywatch.platform.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A form on letter paper made of numbered boxes and tables. On every page stand the name of the form, whether it is
 * meant or a drill, and the page's number. Letters the built-in font does not have become a question mark.
 */
public final class PdfSheet {

    private static final Charset LETTERS = Charset.forName("windows-1252");
    private static final float MARGIN = 40;
    private static final Color GRAY = new Color(0xe6, 0xea, 0xee);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.LETTER, MARGIN, MARGIN, 72, 48);
    private final PdfWriter writer;
    private boolean afterText;

    /**
     * @param marking ACTUAL or drill in the reader's words; @param drill a drill's pages carry a band nobody overlooks
     */
    public PdfSheet(String title, String marking, boolean drill, String footer) {
        writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new Frame(title, marking, drill, footer));
        document.addTitle(title);
        document.addCreator("Daywatch");
        document.open();
    }

    /** Boxes side by side: label, value, label, value. */
    public void boxes(String... labelsAndValues) {
        var table = new PdfPTable(labelsAndValues.length / 2);
        table.setWidthPercentage(100);
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            var cell = new PdfPCell();
            cell.addElement(new Phrase(11, letters(labelsAndValues[i]), font(7.5f, Font.BOLD)));
            cell.addElement(new Phrase(12, letters(labelsAndValues[i + 1].isBlank() ? " " : labelsAndValues[i + 1]),
                    font(9.5f, Font.NORMAL)));
            cell.setPadding(4);
            cell.setPaddingTop(1);
            table.addCell(cell);
        }
        add(table);
    }

    /** @param widths relative; @param rows each as long as the headings; none: one empty line, for writing by hand */
    public void table(String label, float[] widths, List<String> headings, List<List<String>> rows) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        var head = new PdfPCell(new Phrase(letters(label), font(7.5f, Font.BOLD)));
        head.setColspan(widths.length);
        head.setPadding(4);
        table.addCell(head);
        for (String heading : headings) {
            var cell = new PdfPCell(new Phrase(letters(heading), font(7.5f, Font.BOLD)));
            cell.setBackgroundColor(GRAY);
            cell.setPadding(3);
            table.addCell(cell);
        }
        table.setHeaderRows(2);
        for (var row : rows.isEmpty() ? List.of(headings.stream().map(h -> " ").toList()) : rows) {
            for (String value : row) {
                var cell = new PdfPCell(new Phrase(11, letters(value), font(8.5f, Font.NORMAL)));
                cell.setPadding(3);
                table.addCell(cell);
            }
        }
        add(table);
    }

    /** @param level 1 for a chapter, 2 and more for what stands in it */
    public void heading(int level, String text) {
        // A chapter is followed by headings of what stands in it: none of them stands at the foot of a page without what it is about.
        float needed = level == 1 ? 175 : level == 2 ? 130 : 85;
        if (writer.getVerticalPosition(true) - document.bottom() < needed) nextPage();
        var line = new Paragraph(level == 1 ? 18 : 14, letters(text),
                font(level == 1 ? 14 : level == 2 ? 11.5f : 10, Font.BOLD));
        line.setSpacingBefore(level == 1 ? 14 : 8);
        line.setSpacingAfter(3);
        line.setKeepTogether(true);
        document.add(line);
        afterText = true;
    }

    /** Running text; its line breaks stay. */
    public void text(String words) {
        for (String line : words.split("\n"))
            document.add(new Paragraph(13, line.isBlank() ? " " : letters(line), font(10, Font.NORMAL)));
        afterText = true;
    }

    /** Two beside each other, in large letters, to be cut apart. */
    public void cards(List<String> texts) {
        var table = new PdfPTable(2);
        table.setWidthPercentage(100);
        for (String text : texts) {
            var cell = new PdfPCell(new Phrase(18, letters(text), font(13, Font.NORMAL)));
            cell.setMinimumHeight(110);
            cell.setPadding(14);
            table.addCell(cell);
        }
        table.completeRow();
        add(table);
    }

    /**
     * Half a page for one reader: to whom, what to do, a code in large letters with the same as a picture, and what to
     * know.
     */
    public record Half(String heading, String lead, List<String> before, String code, List<String> after,
            String picture) {}

    /** Two to a page, with a line to cut along. */
    public void halves(List<Half> halves) {
        var table = new PdfPTable(new float[] {3, 1});
        table.setWidthPercentage(100);
        for (var half : halves) {
            var words = new PdfPCell();
            words.addElement(new Paragraph(22, letters(half.heading()), font(16, Font.BOLD)));
            words.addElement(new Paragraph(18, letters(half.lead()), font(11, Font.NORMAL)));
            half.before().forEach(line -> words.addElement(new Paragraph(18, letters(line), font(11, Font.NORMAL))));
            words.addElement(new Paragraph(34, letters(half.code()), font(20, Font.BOLD)));
            half.after().forEach(line -> words.addElement(new Paragraph(16, letters(line), font(10, Font.NORMAL))));
            var picture = new PdfPCell(QrDrawing.image(half.picture()), true);
            for (var cell : List.of(words, picture)) {
                cell.setFixedHeight(324);
                cell.setPadding(14);
                cell.setBorder(Rectangle.BOTTOM);
            }
            table.addCell(words);
            table.addCell(picture);
        }
        add(table);
    }

    /** What follows stands on a sheet of its own. */
    public void nextPage() {
        document.newPage();
        afterText = false;
    }

    /** Room for a sketch by hand. */
    public void blank(String label, float height) {
        var table = new PdfPTable(1);
        table.setWidthPercentage(100);
        var cell = new PdfPCell(new Phrase(letters(label), font(7.5f, Font.BOLD)));
        cell.setMinimumHeight(height);
        cell.setPadding(4);
        table.addCell(cell);
        add(table);
    }

    /** Tables stand one on the other; under text one keeps its distance. */
    private void add(PdfPTable table) {
        if (afterText) table.setSpacingBefore(8);
        afterText = false;
        document.add(table);
    }

    public byte[] bytes() {
        document.close();
        return out.toByteArray();
    }

    static String letters(String text) {
        var encoder = LETTERS.newEncoder();
        var shown = new StringBuilder();
        text.replace("→", ">").codePoints().forEach(c -> {
            String letter = Character.toString(c);
            shown.append(c == '\n' || encoder.canEncode(letter) ? letter : "?");
        });
        return shown.toString();
    }

    private static Font font(float size, int style) {
        return FontFactory.getFont(FontFactory.HELVETICA, BaseFont.CP1252, BaseFont.NOT_EMBEDDED, size, style);
    }

    private static final class Frame extends PdfPageEventHelper {

        private final String title;
        private final String marking;
        private final boolean drill;
        private final String footer;

        Frame(String title, String marking, boolean drill, String footer) {
            this.title = title;
            this.marking = marking;
            this.drill = drill;
            this.footer = footer;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            var canvas = writer.getDirectContent();
            float top = document.getPageSize().getHeight();
            float right = document.getPageSize().getWidth() - MARGIN;
            var band = new Rectangle(MARGIN, top - 62, right, top - 28);
            band.setBackgroundColor(drill ? new Color(0xff, 0xbe, 0x2e) : new Color(0x16, 0x22, 0x2b));
            canvas.rectangle(band);
            var ink = font(13, Font.BOLD);
            ink.setColor(drill ? Color.BLACK : Color.WHITE);
            ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, new Phrase(letters(title), ink), MARGIN + 8,
                    top - 50, 0);
            var small = font(10, Font.BOLD);
            small.setColor(drill ? Color.BLACK : Color.WHITE);
            ColumnText.showTextAligned(canvas, Element.ALIGN_RIGHT, new Phrase(letters(marking), small), right - 8,
                    top - 49, 0);
            ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, new Phrase(letters(footer), font(7.5f, Font.NORMAL)),
                    MARGIN, 30, 0);
            ColumnText.showTextAligned(canvas, Element.ALIGN_RIGHT,
                    new Phrase(String.valueOf(writer.getPageNumber()), font(7.5f, Font.NORMAL)), right, 30, 0);
        }
    }
}
