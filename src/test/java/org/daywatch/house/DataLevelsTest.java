package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/security/data.md gives each table one level, and what it says of the tables is what the migrations do. */
class DataLevelsTest {

    private static final Path PAPER = Path.of("docs/security/data.md");
    private static final Pattern CREATED = Pattern
            .compile("(?m)^create (?:unlogged )?table (\\w+\\.\\w+) \\(\n(.*?)^\\)", Pattern.DOTALL);
    private static final Pattern PROTECTED = Pattern.compile("call platform\\.protect\\('(\\w+\\.\\w+)', '(\\w+)'");
    private static final Pattern TABLE = Pattern.compile("`(\\w+\\.\\w+)`");
    private static final Pattern COLUMN = Pattern.compile("\\| `(\\w+\\.\\w+)\\.(\\w+)` \\|");
    private static final Pattern KEEPER = Pattern.compile("forget|Keeper|Forgetting|EffectStore");
    private static final List<String> LEVELS = List.of("Keys", "Children", "Danger", "Adults", "House", "Open");

    /**
     * @param tables by name what stands between the brackets. @param owners by name the kind of row security. @param
     * keepers the code that ends terms
     */
    private record Database(Map<String, String> tables, Map<String, String> owners, String sql, List<String> keepers) {}

    @Test
    void everyTableStandsAtOneLevelAndIsAsThePaperSays() throws IOException {
        Offenders.none("Correct docs/security/data.md, or what it says is so.",
                faults(Files.readString(PAPER), database()));
    }

    @Test
    void aTableWithoutALevelAChildWithoutATermAndASealThatIsNoneAreNoticed() throws IOException {
        String paper = Files.readString(PAPER);
        var database = database();
        assertThat(faults(paper, database)).isEmpty();
        assertThat(faults(paper.replace("`directory.visitor`, ", ""), database))
                .containsExactly("directory.visitor stands at no level");
        assertThat(faults(paper.replace("| House | `", "| House | `directory.visitor`, `"), database))
                .containsExactly("directory.visitor stands at two levels");
        assertThat(faults(paper.replace("| Open | `", "| Open | `nowhere.nothing`, `"), database))
                .containsExactly("nowhere.nothing is no table");
        assertThat(faults(paper.replace("| `directory.guardian` | GUARDIANSHIP |  |\n", ""), database))
                .containsExactly("directory.guardian is about children and has no term");
        assertThat(faults(paper.replace("| `directory.guardian` | GUARDIANSHIP |", "| `directory.guardian` | NEVER |"),
                database)).containsExactly("NEVER is no term that ships");
        assertThat(faults(paper.replace("`platform.authenticator_app.secret`", "`platform.account.full_name`"),
                database)).containsExactly("platform.account.full_name holds no bytes");
        assertThat(faults(paper.replace("| Children | `", "| Children | `training.own_course`, `")
                .replace(", `training.own_course`", ""), database))
                .contains("training.own_course is about children and readable to every tenant");
    }

    private static List<String> faults(String paper, Database database) {
        var faults = new ArrayList<String>();
        var levels = levels(paper);
        levels.forEach((table, level) -> {
            if (!database.tables.containsKey(table)) faults.add(table + " is no table");
            if (level.contains(",")) faults.add(table + " stands at two levels");
        });
        database.tables.keySet().stream().filter(table -> !levels.containsKey(table))
                .forEach(table -> faults.add(table + " stands at no level"));
        var terms = terms(paper);
        levels.forEach((table, level) -> {
            if (!level.equals("Children")) return;
            String owner = database.owners.getOrDefault(table, "");
            if (!List.of("district", "shared").contains(owner))
                faults.add(table + " is about children and readable to every tenant");
            String term = terms.get(table);
            if (term == null) faults.add(table + " is about children and has no term");
            else if (!database.sql.contains("('" + term + "',")) faults.add(term + " is no term that ships");
            else if (!forgotten(table, database)) faults.add(table + " is forgotten by nobody");
        });
        COLUMN.matcher(paper).results().forEach(sealed -> {
            String columns = database.tables.getOrDefault(sealed.group(1), "");
            if (!Pattern.compile("(?m)^ +" + sealed.group(2) + " +bytea\\b").matcher(columns).find())
                faults.add(sealed.group(1) + "." + sealed.group(2) + " holds no bytes");
        });
        return faults;
    }

    /** Named where rows are deleted at the end of a term, or deleted with the row it hangs on. */
    private static boolean forgotten(String table, Database database) {
        String constant = table.substring(table.indexOf('.') + 1).toUpperCase(Locale.ROOT);
        return database.keepers.stream().anyMatch(code -> code.contains("deleteFrom(")
                && Pattern.compile("\\b" + constant + "\\b").matcher(code).find())
                || database.tables.get(table).contains("on delete cascade");
    }

    private static Map<String, String> levels(String paper) {
        var levels = new TreeMap<String, String>();
        String tables = paper.substring(paper.indexOf("## Tables"), paper.indexOf("## Terms"));
        for (var line : tables.lines().toList())
            LEVELS.stream().filter(level -> line.startsWith("| " + level + " |"))
                    .forEach(level -> TABLE.matcher(line).results().map(m -> m.group(1))
                            .forEach(table -> levels.merge(table, level, (one, two) -> one + "," + two)));
        return levels;
    }

    private static Map<String, String> terms(String paper) {
        var terms = new LinkedHashMap<String, String>();
        paper.substring(paper.indexOf("## Terms"), paper.indexOf("## Sealed")).lines()
                .filter(line -> line.startsWith("| `")).map(line -> line.split("\\|"))
                .forEach(cells -> terms.put(cells[1].strip().replace("`", ""), cells[2].strip()));
        return terms;
    }

    private static Database database() throws IOException {
        var sql = new StringBuilder();
        var keepers = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.sorted().toList()) {
                if (file.toString().endsWith(".sql")) sql.append(Files.readString(file)).append('\n');
                if (file.toString().endsWith(".java") && KEEPER.matcher(Files.readString(file)).find())
                    keepers.add(Files.readString(file));
            }
        }
        var tables = new TreeMap<String, String>();
        CREATED.matcher(sql).results().forEach(m -> tables.put(m.group(1), m.group(2)));
        var owners = new TreeMap<String, String>();
        PROTECTED.matcher(sql).results().forEach(m -> owners.put(m.group(1), m.group(2)));
        var gone = new TreeSet<String>();
        Pattern.compile("(?m)^drop table (\\w+\\.\\w+)").matcher(sql).results().forEach(m -> gone.add(m.group(1)));
        tables.keySet().removeAll(gone);
        assertThat(tables).as("tables of the migrations").hasSizeGreaterThan(250);
        return new Database(tables, owners, sql.toString(), keepers);
    }
}
