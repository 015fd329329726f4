package org.daywatch.planning.standards;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.daywatch.planning.standards.Standard.Part;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;

/** A list of standards as CSV: part, code, words, source. Taken as a whole or not at all. */
public final class StandardsFile {

    private static final List<String> COLUMNS = List.of("part", "code", "words", "source");
    private static final int MOST = 500;

    private StandardsFile() {}

    /** @throws InvalidInput naming each line, column and value that is wrong */
    public static List<Standard> read(byte[] bytes, String state) {
        if (!state.matches("[A-Z]{2}")) throw new InvalidInput("state", state, "eop.standards.error.state");
        var errors = new ArrayList<FieldError>();
        var standards = new ArrayList<Standard>();
        var codes = new HashSet<String>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text(bytes))) {
            for (var line : csv) {
                if (standards.isEmpty() && errors.isEmpty()
                        && !line.getHeader().stream().map(StandardsFile::word).toList().containsAll(COLUMNS)) {
                    throw wrong("line 1", String.join(",", line.getHeader()), "eop.standards.wrong.columns");
                }
                standard(line, state, codes, errors, standards);
            }
        } catch (CsvParseException | IOException unreadable) {
            throw wrong("file", "", "eop.standards.wrong.csv");
        }
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        if (standards.isEmpty() || standards.size() > MOST)
            throw wrong("file", "" + standards.size(), "eop.standards.wrong.number");
        return standards;
    }

    private static void standard(NamedCsvRecord line, String state, HashSet<String> codes, List<FieldError> errors,
            List<Standard> standards) {
        String where = "line " + line.getStartingLineNumber() + ", ";
        String part = field(line, "part").toUpperCase(Locale.ROOT);
        String code = field(line, "code");
        String words = field(line, "words");
        String source = field(line, "source");
        String of = field(line, "state").toUpperCase(Locale.ROOT);
        int before = errors.size();
        if (!of.isEmpty() && !of.equals(state))
            errors.add(new FieldError(where + "state", of, "eop.standards.wrong.state"));
        if (Arrays.stream(Part.values()).noneMatch(p -> p.name().equals(part)))
            errors.add(new FieldError(where + "part", part, "eop.standards.wrong.part"));
        if (!code.matches("[A-Za-z0-9._-]{1,40}"))
            errors.add(new FieldError(where + "code", code, "eop.standards.wrong.code"));
        else
            if (!codes.add(code)) errors.add(new FieldError(where + "code", code, "eop.standards.wrong.twice"));
        if (words.length() < 3 || words.length() > 1000)
            errors.add(new FieldError(where + "words", words, "eop.standards.wrong.words"));
        if (source.length() < 3 || source.length() > 300)
            errors.add(new FieldError(where + "source", source, "eop.standards.wrong.source"));
        if (errors.size() == before)
            standards.add(new Standard(state, code, Part.valueOf(part), words, source, false, true));
    }

    private static String field(NamedCsvRecord line, String column) {
        var header = line.getHeader();
        for (int i = 0; i < header.size() && i < line.getFieldCount(); i++)
            if (word(header.get(i)).equals(column)) return line.getField(i).strip();
        return "";
    }

    private static String word(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw wrong("file", "", "eop.standards.wrong.utf8");
        }
    }

    private static InvalidInput wrong(String field, String value, String message) {
        return new InvalidInput(field, value, message);
    }
}
