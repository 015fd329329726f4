package org.daywatch.planning.export;

import org.daywatch.planning.export.PlanDocument.Block;
import org.daywatch.platform.paper.PdfSheet;

/** A plan on letter paper. */
final class PlanPdf {

    private PlanPdf() {}

    static byte[] of(PlanDocument plan) {
        var sheet = new PdfSheet(plan.title(), plan.marking(), false, plan.confidential());
        for (int i = 0; i + 1 < plan.cover().size(); i += 4) {
            int end = Math.min(i + 4, plan.cover().size());
            sheet.boxes(plan.cover().subList(i, end).toArray(String[]::new));
        }
        for (var block : plan.blocks()) {
            switch (block) {
                case Block.Heading(int level, String text) -> sheet.heading(level, text);
                case Block.Words(String text) -> sheet.text(text);
                case Block.Rows rows -> sheet.table(rows.label(), rows.widths(), rows.headings(), rows.rows());
            }
        }
        return sheet.bytes();
    }
}
