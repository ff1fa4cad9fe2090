-- A desk asks for the assignments and the reviews of one reviewer at every step: neither may be sought among
-- everybody's, and the assignments are answered from the index alone.

create index assignment_of_reviewer on assignment (plan_id, reviewer_id, application_id, recused, recusal_reason);

create index review_event_of_reviewer on review_event (plan_id, reviewer_id);
