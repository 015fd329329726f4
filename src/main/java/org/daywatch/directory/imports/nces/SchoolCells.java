package org.daywatch.directory.imports.nces;

import org.daywatch.platform.intake.Row;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a row about a school, whatever its list names the columns. What is wrong is the row's fault, and the answer
 * must not be used.
 */
public final class SchoolCells {

    private SchoolCells() {}

    /**
     * A spreadsheet drops the leading zero of nine states: one missing digit is put back; a rounded number is refused.
     */
    public static String number(Row row, String column, int digits) {
        String text = row.text(column, 40);
        return text.isEmpty() ? "" : number(row, column, text, digits);
    }

    public static String number(Row row, String column, String text, int digits) {
        if (text.matches("\\d{" + (digits - 1) + "}")) return "0" + text;
        if (text.matches("\\d{" + digits + "}")) return text;
        boolean rounded = text.matches("(?i)[\\d.]+E[+]?\\d+");
        row.fault(column, text, rounded ? "imports.cell.rounded" : "imports.cell.digits", digits);
        return "";
    }

    public static double degrees(Row row, String column, String text, int most) {
        boolean fine = text.matches("-?\\d{1,3}([.]\\d{0,20})?") && Math.abs(Double.parseDouble(text)) <= most;
        if (!fine) row.fault(column, text, "imports.cell.degrees", most);
        return fine ? Double.parseDouble(text) : 0;
    }

    public static @Nullable String grade(Row row, String column, String text) {
        String grade = Grades.padded(text);
        if (Grades.isKnown(grade)) return grade;
        row.fault(column, text, "imports.cell.grade");
        return null;
    }

    /** With the leading zeros a spreadsheet dropped. */
    public static String zip(Row row, String column, String text) {
        String padded = text.matches("\\d{3,4}") ? "0".repeat(5 - text.length()) + text : text;
        if (!padded.matches("\\d{5}(-\\d{4})?")) row.fault(column, text, "imports.cell.zip");
        return padded;
    }
}
