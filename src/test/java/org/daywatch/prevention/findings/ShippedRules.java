package org.daywatch.prevention.findings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;

/** The dated rules as this room ships them, read from its migrations, and what a district adds. */
final class ShippedRules implements ProgramRules {

    private static final Pattern ROW = Pattern.compile(
            "^\\('([A-Z0-9-]+)', '([A-Z0-9_]+)', '([A-Z:]+)', ([0-9]+), '([^']+)', '([0-9-]+)'", Pattern.MULTILINE);

    private final RuleBook book;

    private ShippedRules(List<ProgramRule> rules) {
        book = new RuleBook(rules);
    }

    static ShippedRules and(ProgramRule... own) {
        var rules = new ArrayList<>(Arrays.asList(own));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/daywatch/prevention/migrations"))
                .filter(Files::isRegularFile)) {
            for (var file : files.toList()) {
                var rows = ROW.matcher(Files.readString(file));
                while (rows.find())
                    rules.add(rule(rows.group(1), rows.group(2), rows.group(3), Integer.parseInt(rows.group(4)),
                            LocalDate.parse(rows.group(6))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ShippedRules(rules);
    }

    static ProgramRule rule(String id, String code, String scope, int value, LocalDate from) {
        return new ProgramRule(id, code, scope, BigDecimal.valueOf(value), "so many", from, null, "Story", true,
                "So many.");
    }

    @Override
    public Optional<ProgramRule> inForce(String code, String scope, LocalDate day) {
        return book.find(code, day, scope);
    }

    @Override
    public RuleBook book() {
        return book;
    }
}
