package org.daywatch.staffing.notices;

/** What people are told about. The words stand in the message files under {@code notices.TOPIC.subject} and {@code .body}. */
enum Topic {
    POSTS_POSTED, PHONE_ACCEPTANCE, POST_MOVED, SHIFT_CANCELLED, SHIFT_GIVEN_BACK, SHIFT_MISSED, PRESENCE_UNPROVEN, LEFT_CAMPUS, REQUEST_SUBMITTED,
    REQUEST_ACCEPTED, REQUEST_DECLINED, TRADE_PROPOSED, TRADE_ACCEPTED, BLOCK_PLACED, BLOCK_LIFTED, BLOCK_UPHELD
}
