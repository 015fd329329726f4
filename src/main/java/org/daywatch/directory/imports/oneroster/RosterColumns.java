package org.daywatch.directory.imports.oneroster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.intake.ExpectedColumn;

/**
 * The columns read of each file of a package. They stand together so that all headings are looked at before any row is
 * written.
 */
final class RosterColumns {
    private static final ExpectedColumn ID = ExpectedColumn.required("sourcedId");
    private static final ExpectedColumn STATUS = ExpectedColumn.optional("status");
    static final Map<String, List<ExpectedColumn>> OF = new LinkedHashMap<>();

    static {
        OF.put("orgs",
                List.of(ID, STATUS, ExpectedColumn.required("name"), ExpectedColumn.required("type"),
                        ExpectedColumn.optional("identifier"),
                        ExpectedColumn.optional("parentSourcedId")));
        OF.put("academicSessions",
                List.of(ID, STATUS, ExpectedColumn.required("title"), ExpectedColumn.required("type"),
                        ExpectedColumn.required("startDate"),
                        ExpectedColumn.required("endDate")));
        OF.put("users",
                List.of(ID, STATUS, ExpectedColumn.required("givenName"), ExpectedColumn.required("familyName"),
                        ExpectedColumn.optional("email"),
                        ExpectedColumn.optional("role"), ExpectedColumn.optional("primaryOrgSourcedId"),
                        ExpectedColumn.optional("orgSourcedIds")));
        OF.put("roles", List.of(ID, STATUS, ExpectedColumn.required("userSourcedId"), ExpectedColumn.required("role"),
                ExpectedColumn.optional("roleType"), ExpectedColumn.optional("orgSourcedId")));
        OF.put("classes",
                List.of(ID, STATUS, ExpectedColumn.required("title"), ExpectedColumn.optional("grades"),
                        ExpectedColumn.required("schoolSourcedId"),
                        ExpectedColumn.required("termSourcedIds"), ExpectedColumn.optional("location"),
                        ExpectedColumn.optional("periods")));
        OF.put("enrollments",
                List.of(ID, STATUS, ExpectedColumn.required("classSourcedId"),
                        ExpectedColumn.optional("schoolSourcedId"),
                        ExpectedColumn.required("userSourcedId"), ExpectedColumn.required("role")));
    }

    private RosterColumns() {}
}
