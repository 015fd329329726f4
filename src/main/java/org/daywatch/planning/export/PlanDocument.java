package org.daywatch.planning.export;

import java.util.List;

/**
 * A plan as it is printed, whatever it is printed with.
 *
 * @param marking state and edition, on every page
 * @param confidential on every page
 * @param cover label, value, label, value…
 */
record PlanDocument(String title, String marking, String confidential, List<String> cover, List<Block> blocks) {

    sealed interface Block {

        /** @param level 1 to 3 */
        record Heading(int level, String text) implements Block {}

        record Words(String text) implements Block {}

        /** @param widths relative, one for each column; @param rows each as long as the headings */
        record Rows(String label, float[] widths, List<String> headings, List<List<String>> rows) implements Block {}
    }
}
