package org.daywatch.platform.identity;

import static org.daywatch.platform.identity.Permission.*;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * In which role a person acts for an organization. The permissions here are the defaults: a new one is given to its
 * roles when a database first hears of it. From then on the rows of platform.role_permission count.
 */
public enum Role {
    AGENCY_ADMIN("AGENCY",
            EnumSet.of(BOARD_READ, SCHOOLS_READ, SCHOOLS_EDIT, CALENDARS_EDIT, IMPORTS_RUN, RULES_READ, RULES_EDIT,
                    REQUESTS_READ, REQUESTS_MAKE, REQUESTS_DECIDE, POSTS_READ, POSTS_EDIT, OFFICERS_READ, OFFICERS_EDIT,
                    SHIFTS_READ, SHIFTS_DESK,
                    SITE_PACK_READ, SITE_PACK_EDIT, BLOCKS_DECIDE, COVERAGE_READ, COVERAGE_EXPLAIN, EXPORTS, TERMS_READ,
                    DEPARTMENTS_EDIT, USERS_EDIT, AUDIT_READ, OPERATIONS_READ,
                    OPERATIONS_EDIT, OWN_ACCOUNT, SEARCH,
                    ALERT_READ, ALERT_SETUP, REACH_READ, INCIDENT_EDIT, RESPONDER_LINKS,
                    PLANS_READ, DRILLS_READ, TEAM_READ, AGREEMENTS_READ, AGREEMENTS_EDIT, LOG_READ, PROGRAM_READ,
                    PAPERS_FILE, PROGRAM_EDIT, REVIEW_LINKS, EXCEPTIONS_EDIT, VISIT_FILES, AWARDS_READ,
                    LESSONS_READ, LESSONS_EDIT, COURSES_READ, ROUNDS_READ, INVOICES_READ, INVOICES_ISSUE,
                    THREATS_COUNTED, MENTORS_SCREEN)),
    COORDINATOR("AGENCY", EnumSet.of(BOARD_READ, SCHOOLS_READ, SCHOOLS_EDIT, CALENDARS_EDIT, IMPORTS_RUN, RULES_READ,
            REQUESTS_READ, REQUESTS_MAKE, REQUESTS_DECIDE, POSTS_READ, POSTS_EDIT, OFFICERS_READ, OFFICERS_EDIT,
            SHIFTS_READ, SHIFTS_DESK,
            SITE_PACK_READ, SITE_PACK_EDIT, BLOCKS_DECIDE, COVERAGE_READ, COVERAGE_EXPLAIN, EXPORTS, TERMS_READ,
            OPERATIONS_READ, OWN_ACCOUNT, SEARCH,
            ALERT_READ, REACH_READ, INCIDENT_EDIT, RESPONDER_LINKS,
            DRILLS_READ, TEAM_READ, AGREEMENTS_READ, AGREEMENTS_EDIT, LOG_READ, PROGRAM_READ, PAPERS_FILE, REVIEW_LINKS,
            VISIT_FILES, AWARDS_READ,
            LESSONS_READ, ROUNDS_READ, INVOICES_READ, INVOICES_ISSUE, THREATS_COUNTED, MENTORS_SCREEN)),
    OFFICER("AGENCY",
            EnumSet.of(OFFERS_TAKE, SHIFTS_WORK, SITE_PACK_READ, SCHOOL_NOTES_READ, RULES_READ, OWN_HOURS, OWN_ACCOUNT,
                    ALERT_PRESS, ALERT_READ, ALERT_LEAD, REACH_READ, INCIDENT_EDIT, RESPONDER_LINKS, TIPS_READ,
                    PLANS_READ, DRILLS_READ, DRILLS_RUN, TEAM_READ, AGREEMENTS_READ, LOG_WRITE, PROGRAM_READ,
                    LESSONS_READ, LESSONS_TEACH, ROUNDS_READ, ROUNDS_WALK, FINDINGS_READ, FINDINGS_EDIT,
                    ASSESSMENTS_READ, ASSESSMENTS_EDIT, PATTERNS_READ, THREATS_READ, DISCLOSED_READ,
                    MATCHES_READ, MATCHES_MEET, CONFERENCES_READ, RESTRAINTS_READ, GATE_ASK)),
    PRINCIPAL("DISTRICT",
            EnumSet.of(SCHOOL_TODAY, SCHOOLS_READ, REQUESTS_READ, REQUESTS_MAKE, POSTS_READ, SHIFTS_READ, SCHOOL_DESK,
                    SITE_PACK_READ, SITE_PACK_EDIT, BLOCKS_PLACE, COVERAGE_READ, RULES_READ, OWN_ACCOUNT, SEARCH,
                    ALERT_PRESS, ALERT_READ, ALERT_LEAD, ALERT_SETUP, REACH_READ, ROOM_REPORT, INCIDENT_EDIT,
                    RESPONDER_LINKS, REUNIFY, STUDENTS_READ, STUDENTS_PROTECT, STUDENTS_EXPORT, EXPORTS_APPROVE,
                    TIPS_READ, TIPS_WORK,
                    PLANS_READ, PLANS_EDIT, DRILLS_READ, DRILLS_EDIT, DRILLS_RUN, IMPROVEMENTS_EDIT, TEAM_READ,
                    TEAM_EDIT, AGREEMENTS_READ, AGREEMENTS_EDIT, LOG_READ, LOG_SIGN, PROGRAM_READ, PAPERS_FILE,
                    VISIT_FILES, AWARDS_READ,
                    LESSONS_READ, LESSONS_TEACH, COURSES_TAKE, COURSES_READ, ROUNDS_READ, ROUNDS_WALK, CHECKPOINTS_EDIT,
                    FINDINGS_READ, FINDINGS_EDIT, ASSESSMENTS_READ, PATTERNS_READ, THREATS_READ, THREATS_EDIT,
                    GLASS_READ, THREATS_COUNTED, RECORDS_ASKED_READ, RECORDS_ASKED_EDIT, GATE_ASK, GATE_OVERRULE,
                    GATE_READ, MATCHES_REFER, MATCHES_READ, CONFERENCES_REFER, CONFERENCES_READ, RESTRAINTS_READ,
                    RESTRAINTS_WRITE, RESTRAINTS_SPEAK, RESTRAINTS_COUNT, DIVERSIONS_WORK, DIVERSIONS_EXCLUDE,
                    DIVERSIONS_COUNT)),
    /** At one school. */
    TEACHER("DISTRICT", EnumSet.of(ALERT_PRESS, ALERT_READ, ROOM_REPORT, STUDENTS_READ, OWN_ACCOUNT,
            DRILLS_READ,
            LESSONS_READ, LESSONS_TEACH, COURSES_TAKE, MATCHES_REFER, MATCHES_READ, CONFERENCES_REFER, CONFERENCES_READ,
            GATE_ASK)),
    /** At one school: who helps students, and leads a threat assessment. */
    COUNSELOR("DISTRICT", EnumSet.of(ALERT_PRESS, ALERT_READ, ROOM_REPORT, STUDENTS_READ, OWN_ACCOUNT,
            DRILLS_READ,
            LESSONS_READ, COURSES_TAKE, THREATS_READ, THREATS_EDIT, TIPS_READ, TIPS_WORK,
            RECORDS_ASKED_READ, CONSENTS_ASK, MATCHES_REFER, MATCHES_READ, MATCHES_WORK, CONFERENCES_REFER,
            CONFERENCES_READ, CONFERENCES_WORK, RESTRAINTS_READ, RESTRAINTS_SPEAK, DIVERSIONS_WORK, GATE_ASK)),
    /** At one school: the people at the desk by the door. */
    FRONT_OFFICE("DISTRICT",
            EnumSet.of(ALERT_PRESS, ALERT_READ, ALERT_LEAD, REACH_READ, ROOM_REPORT, INCIDENT_EDIT, REUNIFY,
                    STUDENTS_READ, OWN_ACCOUNT,
                    DRILLS_READ,
                    COURSES_TAKE, ROUNDS_READ, ROUNDS_WALK, FINDINGS_READ, FINDINGS_EDIT, GATE_ASK)),
    SAFETY_DIRECTOR("DISTRICT", EnumSet.of(BOARD_READ, SCHOOL_TODAY, SCHOOLS_READ, CALENDARS_EDIT, IMPORTS_RUN,
            REQUESTS_READ, REQUESTS_MAKE, POSTS_READ,
            SHIFTS_READ, SCHOOL_DESK, SITE_PACK_READ, SITE_PACK_EDIT, BLOCKS_PLACE, COVERAGE_READ, COVERAGE_EXPLAIN,
            EXPORTS, RULES_READ,
            USERS_EDIT, AUDIT_READ, OWN_ACCOUNT, SEARCH,
            ALERT_PRESS, ALERT_READ, ALERT_LEAD, ALERT_SETUP, REACH_READ, ROOM_REPORT, INCIDENT_EDIT, RESPONDER_LINKS,
            REUNIFY, STUDENTS_READ, STUDENTS_PROTECT, STUDENTS_EXPORT, EXPORTS_APPROVE, CANARIES_EDIT, TIP_DUTY_EDIT,
            PLANS_READ, PLANS_EDIT, PLANS_APPROVE, DRILLS_READ, DRILLS_EDIT, DRILLS_RUN, IMPROVEMENTS_EDIT, TEAM_READ,
            TEAM_EDIT, AGREEMENTS_READ, AGREEMENTS_EDIT, LOG_READ, PROGRAM_READ, PAPERS_FILE, REVIEW_LINKS,
            EXCEPTIONS_EDIT, VISIT_FILES, AWARDS_READ,
            LESSONS_READ, LESSONS_EDIT, COURSES_TAKE, COURSES_READ, ROUNDS_READ, CHECKPOINTS_EDIT, FINDINGS_READ,
            FINDINGS_EDIT, RISKS_ACCEPT, ASSESSMENTS_READ, ASSESSMENTS_EDIT, INSTRUMENTS_EDIT, PATTERNS_READ,
            INVOICES_READ, GLASS_READ, THREATS_COUNTED, GATE_READ, RESTRAINTS_COUNT, DIVERSIONS_COUNT)),
    /** For all schools of a district: who reads what is written without a name, and brings it to those who help. */
    TIP_ANALYST("DISTRICT", EnumSet.of(OWN_ACCOUNT, TIPS_READ, TIPS_TRIAGE, TIPS_WORK)),
    /**
     * The police of a district: they read the tips that were sent to them as a recorded disclosure, and nothing else.
     */
    POLICE_RECEIVER("DISTRICT", EnumSet.of(OWN_ACCOUNT, TIPS_READ)),
    /** For a whole district: who keeps the students' records, and answers for what went out of them. */
    RECORDS_KEEPER("DISTRICT", EnumSet.of(OWN_ACCOUNT, EXPORTS_APPROVE, DISCLOSURES_READ, GLASS_READ,
            RECORDS_ASKED_READ, RECORDS_ASKED_EDIT)),
    DEPARTMENT_SUPERVISOR("DEPARTMENT",
            EnumSet.of(DEPARTMENT_READ, CAPS_APPROVE, WORK_PERMIT, RULES_READ, OWN_ACCOUNT, THREATS_COUNTED)),
    DEPARTMENT_ADMIN("DEPARTMENT", EnumSet.of(DEPARTMENT_READ, CAPS_APPROVE, WORK_PERMIT, TERMS_EDIT, USERS_EDIT,
            AUDIT_READ, RULES_READ, OWN_ACCOUNT, THREATS_COUNTED));

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

    /** Whether a place in this role is at one school of the district. */
    public boolean atOneSchool() {
        return this == PRINCIPAL || this == TEACHER || this == COUNSELOR || this == FRONT_OFFICE;
    }

    /**
     * Whether only the organization itself lets people into this role: what students wrote, and their records, are read
     * there and not by the agency, so it is not the agency's to say by whom.
     */
    public boolean letInByItsOwn() {
        return this == COUNSELOR || this == TIP_ANALYST || this == RECORDS_KEEPER || this == POLICE_RECEIVER;
    }

    /** Whether somebody who acts for this organization may let people of that one into this role. */
    public boolean mayBeLetIn(UUID actingFor, UUID into) {
        return !letInByItsOwn() || actingFor.equals(into);
    }

    public Set<Permission> defaults() {
        return permissions;
    }

    /** By permission, which roles have it by default. */
    public static Map<String, Set<String>> rolesOfPermissions() {
        var roles = new TreeMap<String, Set<String>>();
        for (var role : values())
            role.permissions.forEach(
                    permission -> roles.computeIfAbsent(permission.name(), p -> new TreeSet<>()).add(role.name()));
        return roles;
    }
}
