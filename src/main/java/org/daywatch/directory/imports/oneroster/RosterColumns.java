package org.daywatch.directory.imports.oneroster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.intake.Column;

/** The columns read of each file of a package. They stand together so that all headings are looked at before any row is written. */
final class RosterColumns {
    private static final Column ID = Column.required("sourcedId");
    private static final Column STATUS = Column.optional("status");
    static final Map<String, List<Column>> OF = new LinkedHashMap<>();

    static {
        OF.put("orgs", List.of(ID, STATUS, Column.required("name"), Column.required("type"), Column.optional("identifier"),
                Column.optional("parentSourcedId")));
        OF.put("academicSessions", List.of(ID, STATUS, Column.required("title"), Column.required("type"), Column.required("startDate"),
                Column.required("endDate")));
        OF.put("users", List.of(ID, STATUS, Column.required("givenName"), Column.required("familyName"), Column.optional("email"),
                Column.optional("role"), Column.optional("primaryOrgSourcedId"), Column.optional("orgSourcedIds")));
        OF.put("roles", List.of(ID, STATUS, Column.required("userSourcedId"), Column.required("role"), Column.optional("roleType"), Column.optional("orgSourcedId")));
        OF.put("classes", List.of(ID, STATUS, Column.required("title"), Column.optional("grades"), Column.required("schoolSourcedId"),
                Column.required("termSourcedIds"), Column.optional("location"), Column.optional("periods")));
        OF.put("enrollments", List.of(ID, STATUS, Column.required("classSourcedId"), Column.optional("schoolSourcedId"),
                Column.required("userSourcedId"), Column.required("role")));
    }

    private RosterColumns() {}
}
