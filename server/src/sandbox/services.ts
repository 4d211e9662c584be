import type { RoleScope } from '../../../core/src/catalog';
import { ApiError } from './api-error';
import { page } from './paging';
import { type ApiRequest, type Handler, serviceOf } from './request';
import type { DefaultRoles } from './state';
import type { Service } from './store';

const product = ({ product }: ApiRequest) => (product === 'chat' ? representChat : represent);

export const listServices: Handler = (request) =>
  page(request, request.store.services, 'services', 100, (service) => product(request)(request, service));

export const fetchService: Handler = (request) => ({
  status: 200,
  body: product(request)(request, serviceOf(request)),
});

/** Chat keeps the default roles on the service itself. */
export const updateChatService: Handler = (request) => {
  const service = serviceOf(request);
  setDefaults(request, service, {
    user: 'DefaultServiceRoleSid',
    participant: 'DefaultChannelRoleSid',
    creator: 'DefaultChannelCreatorRoleSid',
  });
  return { status: 200, body: representChat(request, service) };
};

export const fetchConfiguration: Handler = (request) => ({
  status: 200,
  body: representConfiguration(request, serviceOf(request)),
});

export const updateConfiguration: Handler = (request) => {
  const service = serviceOf(request);
  setDefaults(request, service, {
    user: 'DefaultChatServiceRoleSid',
    participant: 'DefaultConversationRoleSid',
    creator: 'DefaultConversationCreatorRoleSid',
  });
  return { status: 200, body: representConfiguration(request, service) };
};

export const fetchAccountConfiguration: Handler = ({ store, origin }) => ({
  status: 200,
  body: {
    account_sid: store.account.sid,
    default_chat_service_sid: store.defaultServiceSid,
    default_messaging_service_sid: null,
    default_inactive_timer: null,
    default_closed_timer: null,
    url: `${origin}/v1/Configuration`,
    links: { service: `${origin}/v1/Services/${store.defaultServiceSid}` },
  },
});

const missing: Readonly<Record<keyof DefaultRoles, readonly [RoleScope, number, string]>> = {
  user: ['service', 50102, 'Deployment role not found'],
  participant: ['conversation', 50101, 'Channel role not found'],
  creator: ['conversation', 50106, 'Channel creator role not found'],
};

/** A default can be replaced, not unset: fields that are absent stay. */
function setDefaults(
  { form, store }: ApiRequest,
  service: Service,
  fields: Readonly<Record<keyof DefaultRoles, string>>,
): void {
  const defaults = { ...service.defaults };
  for (const key of ['user', 'participant', 'creator'] as const) {
    const sid = form.get(fields[key]);
    if (sid === null) continue;
    const [scope, code, message] = missing[key];
    if (service.roles.get(sid)?.scope !== scope) throw new ApiError(400, code, message);
    defaults[key] = sid;
  }
  store.setDefaults(service, defaults);
}

function represent({ store, origin }: ApiRequest, service: Service): unknown {
  const url = `${origin}/v1/Services/${service.sid}`;
  return {
    account_sid: store.account.sid,
    sid: service.sid,
    friendly_name: service.friendlyName,
    date_created: service.created,
    date_updated: service.updated,
    url,
    links: {
      conversations: `${url}/Conversations`,
      users: `${url}/Users`,
      roles: `${url}/Roles`,
      bindings: `${url}/Bindings`,
      configuration: `${url}/Configuration`,
    },
  };
}

function representConfiguration({ origin }: ApiRequest, { sid, defaults }: Service): unknown {
  const url = `${origin}/v1/Services/${sid}/Configuration`;
  return {
    chat_service_sid: sid,
    default_conversation_creator_role_sid: defaults.creator,
    default_conversation_role_sid: defaults.participant,
    default_chat_service_role_sid: defaults.user,
    reachability_enabled: false,
    url,
    links: { notifications: `${url}/Notifications`, webhooks: `${url}/Webhooks` },
  };
}

function representChat({ store, origin }: ApiRequest, service: Service): unknown {
  const url = `${origin}/v2/Services/${service.sid}`;
  return {
    sid: service.sid,
    account_sid: store.account.sid,
    friendly_name: service.friendlyName,
    date_created: service.created,
    date_updated: service.updated,
    default_service_role_sid: service.defaults.user,
    default_channel_role_sid: service.defaults.participant,
    default_channel_creator_role_sid: service.defaults.creator,
    read_status_enabled: true,
    reachability_enabled: false,
    typing_indicator_timeout: 5,
    consumption_report_interval: 10,
    limits: { channel_members: 1000, user_channels: 1000, actions_per_second: 30 },
    pre_webhook_url: null,
    post_webhook_url: null,
    webhook_method: 'POST',
    webhook_filters: null,
    pre_webhook_retry_count: 0,
    post_webhook_retry_count: 0,
    notifications: {},
    media: { size_limit_mb: 150, compatibility_message: 'Media messages are not supported by your client' },
    url,
    links: {
      channels: `${url}/Channels`,
      users: `${url}/Users`,
      roles: `${url}/Roles`,
      bindings: `${url}/Bindings`,
    },
  };
}
