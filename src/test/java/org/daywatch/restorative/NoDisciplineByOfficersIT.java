package org.daywatch.restorative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An officer's account files no discipline record: goes through every address that it may post to, and the tables
 * behind it as the map has them, and looks whether one of them can keep discipline.
 */
@DaywatchIT
class NoDisciplineByOfficersIT {

    private static final Pattern DISCIPLINE = Pattern
            .compile("suspen|detention|expel|expuls|disciplin|punish|exclusionary|days_out|demerit|sanction"
                    + "|^restorative\\.diversion ");
    private static final Pattern ROW = Pattern
            .compile("\\| `([^`]+)` \\| (GET|POST) \\| `[^`]+` \\| [^|]* \\| ([^|]*) \\|");

    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;
    @Autowired DSLContext db;

    @Test
    void noAddressAnOfficerMayPostToReachesATableThatKeepsDiscipline() throws IOException {
        var tables = tablesByAddress(Files.readString(Path.of("docs/map.md")));
        var keeping = keeping();
        assertThat(keeping).as("what a school decides is written there").contains("restorative.diversion");
        var posts = officerPosts();
        assertThat(posts).hasSizeGreaterThan(60).contains("/gate", "/log")
                .doesNotContain("/gate/answers/{id}/overrule");
        assertThat(offending(posts, tables, keeping)).isEmpty();
    }

    @Test
    void oneThatDidWouldBeFound() {
        var tables = Map.of("/log", Set.of("transparency.activity"), "/write-up", Set.of("restorative.write_up"));
        assertThat(offending(List.of("/log", "/write-up"), tables, Set.of("restorative.write_up")))
                .containsExactly("/write-up reaches restorative.write_up");
        assertThat(DISCIPLINE.matcher("kind = any (array['in_school_suspension'])").find()).isTrue();
        assertThat(tablesByAddress("| `/write-up` | POST | `A.b` | `C` | restorative.write_up platform.x |\n"))
                .containsEntry("/write-up", Set.of("restorative.write_up", "platform.x"));
    }

    private static List<String> offending(List<String> posts, Map<String, Set<String>> tables, Set<String> keeping) {
        var found = new ArrayList<String>();
        for (var post : posts)
            for (var table : tables.getOrDefault(post, Set.of()))
                if (keeping.contains(table)) found.add(post + " reaches " + table);
        return found;
    }

    private static Map<String, Set<String>> tablesByAddress(String map) {
        var tables = new HashMap<String, Set<String>>();
        ROW.matcher(map).results().filter(m -> m.group(2).equals("POST"))
                .forEach(m -> tables.put(m.group(1), new TreeSet<>(Arrays.asList(m.group(3).strip().split(" ")))));
        return tables;
    }

    /** Staffing speaks of officers who are suspended from their own work, and knows no student. */
    @Test
    void whereOfficersAreSuspendedThemselvesNoStudentStands() {
        assertThat(db.fetch("select table_name, column_name from information_schema.columns where table_schema = "
                + "'staffing' and column_name ~ 'student|child|roster_person'")).isEmpty();
    }

    /** Tables that have a column, or take a word, that only a record of discipline has; those of staffing left out. */
    private Set<String> keeping() {
        var keeping = new TreeSet<String>();
        db.fetch("""
                select n.nspname || '.' || c.relname as of_table, lower(n.nspname || '.' || c.relname || ' ' || coalesce(string_agg(a.attname, ' '), '') || ' '
                    || coalesce((select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
                                 where k.conrelid = c.oid and k.contype = 'c'), '')) as said
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|public|staffing)' group by 1, n.nspname, c.oid
                """).forEach(r -> {
            if (DISCIPLINE.matcher(r.get("said", String.class)).find()) keeping.add(r.get("of_table", String.class));
        });
        return keeping;
    }

    private List<String> officerPosts() {
        return mapping.getHandlerMethods().entrySet().stream().filter(e -> {
            var methods = e.getKey().getMethodsCondition().getMethods();
            return methods.isEmpty()
                    || methods.stream().anyMatch(m -> m != RequestMethod.GET && m != RequestMethod.HEAD);
        }).filter(e -> isForOfficers(e.getValue())).flatMap(e -> e.getKey().getPatternValues().stream()).sorted()
                .distinct().toList();
    }

    private static boolean isForOfficers(HandlerMethod handler) {
        var needs = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Needs.class);
        if (needs == null && handler.hasMethodAnnotation(AnyMember.class)) return true;
        if (needs == null) needs = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Needs.class);
        if (needs == null) return AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), AnyMember.class);
        return Arrays.stream(needs.value()).anyMatch(Role.OFFICER.defaults()::contains);
    }
}
