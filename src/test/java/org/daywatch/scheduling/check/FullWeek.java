package org.daywatch.scheduling.check;

import tools.jackson.databind.node.ObjectNode;

/**
 * A small week in which every rule of the objective comes to something and every limit is in force and kept. All shifts
 * are eight hours, 480 minutes, 07:00 to 15:00 in Phoenix, where no clock changes. o1 stands on Monday, Tuesday and
 * Friday at A, o2 on Monday at A and, pinned, on Thursday at B, o3 on Wednesday at B; one of Friday's two seats is
 * open; o4 has nothing.
 *
 * <pre> FILL m1 two seats 480 x 20 = 19,200; t1, h1, f1 480 x 12 = 5,760 each; w1 480 x 8 = 3,840 40,320 CORE o1 is of
 * A's core: three seats x 200 600 FACE o2 at A, o2 at B, o3 at B: 3 x 150 -450 SHARE o1 three seats at A, most 2: 1 x
 * 300 -300 KNOWN o1 12 days at A, most 10: 3 x 10 x 4 = 120; o2 3 days at B: 3 x 4 = 12 132 FAIR o1 20 h + 24 h: 12 h
 * over 32 = 720 x 1, 4 h over 40 = 240 x 2; o4 33 h: 60 x 1 -1,260 WISH o1 school A 3 x 30, Monday 10, HIGH 3 x 10, two
 * seats beyond 1: -100; o2 MIDDLE at B: 10 40 OUTSIDE o1 on Tuesday and Friday; o3, whose two windows touch and neither
 * holds the shift: 3 x 25 -75 TRAVEL o1 0.45 degrees of latitude are 50.04 km: 3 x 50; o2 at A same zip 5, at B same
 * zip3 15; o3 same county 30 -200 COST o1 4550 x 480 / 6000 = 364 three times; o2 5001: 400.08, 400 twice; o3 4475: 358
 * -2,250 CHANGE o3 was told they stand on m1 -60 WORTH o3 at w1 40 sum 36,537 </pre>
 */
final class FullWeek {

    static final long OBJECTIVE = 36_537;

    private static final String PROBLEM = """
            {schema: 'daywatch.roster', version: 1, id: 'full week', horizon: {first: '2026-11-16', last: '2026-11-22'},
             objective: {kind: 'WORTH', weights: {FILL: {'1': 20, '2': 12, '3': 8}, CORE: 200, FACE: 150, SHARE: {most: 2, points: 300},
               KNOWN: {most: 10, points: 4}, FAIR: [{over: '32:00', points: 1}, {over: '40:00', points: 2}],
               WISH: {school: 30, weekday: 10, level: 10, days: 50}, OUTSIDE: 25,
               TRAVEL: {same_zip: 5, same_zip3: 15, same_county: 30, else: 80, per_km: 1}, COST: 1, CHANGE: 60}},
             policies: [
               {id: 'DAY', shape: 'CALENDAR_DAY', action: 'BLOCK', valid_from: '2020-01-01', parameters: {hours: '12:00', counts: ['WORKED']}},
               {id: 'WEEK', shape: 'WEEK', action: 'BLOCK', valid_from: '2020-01-01',
                parameters: {hours: '40:00', starts_on: 'SATURDAY', starts_at: '03:00', counts: ['WORKED']}},
               {id: 'MONTH', shape: 'MONTH', action: 'APPROVE', valid_from: '2020-01-01', parameters: {hours: '60:00', counts: ['OFF_DUTY']}},
               {id: 'ROLL', shape: 'ROLLING', action: 'BLOCK', valid_from: '2020-01-01', parameters: {hours: '15:00', length: '24:00', counts: ['WORKED']}},
               {id: 'SPELL', shape: 'REST_AFTER', action: 'BLOCK', valid_from: '2020-01-01', parameters: {hours: '14:00', rest: '08:00', counts: ['WORKED']}},
               {id: 'STRETCH', shape: 'CONTINUOUS', action: 'BLOCK', valid_from: '2020-01-01', parameters: {hours: '10:00', pause: '00:30', counts: ['OFF_DUTY']}},
               {id: 'REST', shape: 'REST_BETWEEN', action: 'BLOCK', valid_from: '2020-01-01', parameters: {rest: '02:00', other: ['DUTY']}},
               {id: 'BEFORE', shape: 'BEFORE_SHIFT', action: 'BLOCK', valid_from: '2020-01-01',
                parameters: {less_than: '04:00', look_back: '08:00', counts: ['OFF_DUTY'], shifts: ['DUTY']}},
               {id: 'ONLY-WARNS', shape: 'CALENDAR_DAY', action: 'WARN', valid_from: '2020-01-01', parameters: {hours: '01:00', counts: ['WORKED']}}],
             departments: [
               {id: 'D', zone: 'America/Phoenix', policies: ['DAY', 'WEEK', 'MONTH', 'ROLL', 'SPELL', 'STRETCH', 'REST', 'BEFORE', 'ONLY-WARNS'], prohibits: ['EVENT_SECURITY']},
               {id: 'E', zone: 'America/Phoenix', policies: [], prohibits: []}],
             schools: [
               {id: 'A', zone: 'America/Phoenix', level: 'HIGH', zip: '85001', county: 'Maricopa', at: [33.45, -112.07], core: ['o1']},
               {id: 'B', zone: 'America/Phoenix', level: 'MIDDLE', zip: '85003', county: 'Maricopa'}],
             shifts: [
               {id: 'm1', school: 'A', day: '2026-11-16', start: '2026-11-16T07:00:00-07:00', end: '2026-11-16T15:00:00-07:00', needs: 2, priority: 1, requires: ['CERT']},
               {id: 't1', school: 'A', day: '2026-11-17', start: '2026-11-17T07:00:00-07:00', end: '2026-11-17T15:00:00-07:00', role: 'SRO'},
               {id: 'w1', school: 'B', day: '2026-11-18', start: '2026-11-18T07:00:00-07:00', end: '2026-11-18T15:00:00-07:00', priority: 3,
                eligible: [{officer: 'o1', worth: 15}, 'o2', {officer: 'o3', worth: 40}]},
               {id: 'h1', school: 'B', day: '2026-11-19', start: '2026-11-19T07:00:00-07:00', end: '2026-11-19T15:00:00-07:00', asked: ['E']},
               {id: 'f1', school: 'A', day: '2026-11-20', start: '2026-11-20T07:00:00-07:00', end: '2026-11-20T15:00:00-07:00', needs: 2, asked: ['D']}],
             officers: [
               {id: 'o1', department: 'D', roles: ['SSO', 'SRO'], holds: [{code: 'CERT', from: '2026-01-01', to: '2026-11-16'}], home: {at: [33.90, -112.07], zip: '85001'},
                rate: 4550, hours: [{kind: 'DUTY', start: '2026-11-21T07:00:00-07:00', end: '2026-11-21T15:00:00-07:00'}],
                available: [{start: '2026-11-16T07:00:00-07:00', end: '2026-11-16T15:00:00-07:00'}],
                wishes: {schools: ['A'], weekdays: ['MONDAY'], levels: ['HIGH'], most_days: 1}, history: {credited: '20:00', days_at: {A: 12}}},
               {id: 'o2', department: 'D', holds: [{code: 'CERT', from: '2026-11-16'}], home: {zip: '85001', county: 'Maricopa'}, rate: 5001,
                wishes: {levels: ['MIDDLE']}, history: {days_at: {B: 3}}},
               {id: 'o3', department: 'E', home: {zip: '86001', county: 'Maricopa'}, rate: 4475,
                available: [{start: '2026-11-18T06:00:00-07:00', end: '2026-11-18T11:00:00-07:00'}, {start: '2026-11-18T11:00:00-07:00', end: '2026-11-18T18:00:00-07:00'}]},
               {id: 'o4', department: 'E', history: {credited: '33:00'}}],
             pins: [{shift: 'h1', officer: 'o2'}], published: [{shift: 'm1', officer: 'o3'}, {shift: 't1', officer: 'o1'}]}""";

    private FullWeek() {}

    /** h1 has asked E only and o2 is of D: they are pinned, and a pin is not judged. */
    static Draft draft() {
        return Draft.of(PROBLEM).seat("m1", "o1").seat("m1", "o2").seat("t1", "o1").seat("w1", "o3").seat("h1", "o2")
                .seat("f1", "o1");
    }

    /** Written by hand, but for the problem's hash. */
    static ObjectNode answer() {
        var answer = (ObjectNode) Draft.node("""
                {schema: 'daywatch.roster-answer', version: 1, problem: {id: 'full week', sha256: ''}, engine: {name: 'hand', version: '1', seed: 1},
                 status: 'FEASIBLE', objective: 36537, bound: 40000, gap_percent: 8.6575,
                 assignments: [{shift: 'f1', officer: 'o1'}, {shift: 'h1', officer: 'o2'}, {shift: 'm1', officer: 'o1'}, {shift: 'm1', officer: 'o2'},
                   {shift: 't1', officer: 'o1'}, {shift: 'w1', officer: 'o3'}],
                 unfilled: [{shift: 'f1', seats: 1}],
                 terms: {FILL: 40320, CORE: 600, FACE: -450, SHARE: -300, KNOWN: 132, FAIR: -1260, WISH: 40, OUTSIDE: -75, TRAVEL: -200, COST: -2250,
                   CHANGE: -60, WORTH: 40}}""");
        ((ObjectNode) answer.get("problem")).put("sha256", draft().check().problemSha256());
        return answer;
    }
}
