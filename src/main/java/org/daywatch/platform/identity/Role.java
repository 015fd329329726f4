package org.daywatch.platform.identity;

import static org.daywatch.platform.identity.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/**
 * In which role a person acts for an organisation. The permissions here are the shipped defaults; the table
 * platform.role_permission is what counts at run time, and a test keeps the two equal.
 */
public enum Role {
    AGENCY_ADMIN("AGENCY", EnumSet.of(BOARD_READ, SCHOOLS_READ, SCHOOLS_EDIT, CALENDARS_EDIT, IMPORTS_RUN, RULES_READ, RULES_EDIT,
            REQUESTS_READ, REQUESTS_MAKE, REQUESTS_DECIDE, POSTS_READ, POSTS_EDIT, OFFICERS_READ, OFFICERS_EDIT, SHIFTS_READ, SHIFTS_DESK,
            SITE_PACK_READ, SITE_PACK_EDIT, BLOCKS_DECIDE, COVERAGE_READ, COVERAGE_EXPLAIN, EXPORTS, TERMS_READ, USERS_EDIT, AUDIT_READ, OPERATIONS_READ,
            OPERATIONS_EDIT, OWN_ACCOUNT, SEARCH)),
    COORDINATOR("AGENCY", EnumSet.of(BOARD_READ, SCHOOLS_READ, SCHOOLS_EDIT, CALENDARS_EDIT, IMPORTS_RUN, RULES_READ,
            REQUESTS_READ, REQUESTS_MAKE, REQUESTS_DECIDE, POSTS_READ, POSTS_EDIT, OFFICERS_READ, OFFICERS_EDIT, SHIFTS_READ, SHIFTS_DESK,
            SITE_PACK_READ, SITE_PACK_EDIT, BLOCKS_DECIDE, COVERAGE_READ, COVERAGE_EXPLAIN, EXPORTS, TERMS_READ, OPERATIONS_READ, OWN_ACCOUNT, SEARCH)),
    OFFICER("AGENCY", EnumSet.of(OFFERS_TAKE, SHIFTS_WORK, SITE_PACK_READ, SCHOOL_NOTES_READ, RULES_READ, OWN_HOURS, OWN_ACCOUNT)),
    PRINCIPAL("DISTRICT", EnumSet.of(SCHOOL_TODAY, SCHOOLS_READ, REQUESTS_READ, REQUESTS_MAKE, POSTS_READ, SHIFTS_READ, SCHOOL_DESK,
            SITE_PACK_READ, SITE_PACK_EDIT, BLOCKS_PLACE, COVERAGE_READ, RULES_READ, OWN_ACCOUNT, SEARCH)),
    SAFETY_DIRECTOR("DISTRICT", EnumSet.of(BOARD_READ, SCHOOL_TODAY, SCHOOLS_READ, CALENDARS_EDIT, IMPORTS_RUN, REQUESTS_READ, REQUESTS_MAKE, POSTS_READ,
            SHIFTS_READ, SCHOOL_DESK, SITE_PACK_READ, SITE_PACK_EDIT, BLOCKS_PLACE, COVERAGE_READ, COVERAGE_EXPLAIN, EXPORTS, RULES_READ,
            USERS_EDIT, AUDIT_READ, OWN_ACCOUNT, SEARCH)),
    DEPARTMENT_SUPERVISOR("DEPARTMENT", EnumSet.of(DEPARTMENT_READ, CAPS_APPROVE, WORK_PERMIT, RULES_READ, OWN_ACCOUNT)),
    DEPARTMENT_ADMIN("DEPARTMENT", EnumSet.of(DEPARTMENT_READ, CAPS_APPROVE, WORK_PERMIT, TERMS_EDIT, USERS_EDIT, AUDIT_READ, RULES_READ, OWN_ACCOUNT));

    private final String organizationKind;
    private final Set<Permission> permissions;

    Role(String organizationKind, Set<Permission> permissions) {
        this.organizationKind = organizationKind;
        this.permissions = permissions;
    }

    /** AGENCY, DISTRICT or DEPARTMENT: where this role exists. */
    public String organizationKind() {
        return organizationKind;
    }

    public Set<Permission> defaults() {
        return permissions;
    }
}
