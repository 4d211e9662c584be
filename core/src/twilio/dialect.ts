import type { Product } from '../catalog';
import type { DefaultKey } from '../document/model';
import type { ServiceSid } from '../sid';

/** How one product's API says what both can do. Source: Twilio's OpenAPI documents. */
export interface Dialect {
  readonly services: string;
  /** The API's own maxima of PageSize. */
  readonly pageSize: { readonly services: number; readonly roles: number; readonly users: number };
  /** The path that holds a service's default roles. */
  readonly defaultsPath: (service: ServiceSid) => string;
  /** Each default's form field, and its name in answers. */
  readonly defaults: Readonly<Record<DefaultKey, { readonly form: string; readonly answer: string }>>;
}

export const defaultKeys: readonly DefaultKey[] = ['user', 'participant', 'creator'];

export const dialects: Readonly<Record<Product, Dialect>> = {
  conversations: {
    services: '/v1/Services',
    pageSize: { services: 100, roles: 50, users: 50 },
    defaultsPath: (service) => `/v1/Services/${service}/Configuration`,
    defaults: {
      user: { form: 'DefaultChatServiceRoleSid', answer: 'default_chat_service_role_sid' },
      participant: { form: 'DefaultConversationRoleSid', answer: 'default_conversation_role_sid' },
      creator: { form: 'DefaultConversationCreatorRoleSid', answer: 'default_conversation_creator_role_sid' },
    },
  },
  chat: {
    services: '/v2/Services',
    pageSize: { services: 100, roles: 100, users: 100 },
    defaultsPath: (service) => `/v2/Services/${service}`,
    defaults: {
      user: { form: 'DefaultServiceRoleSid', answer: 'default_service_role_sid' },
      participant: { form: 'DefaultChannelRoleSid', answer: 'default_channel_role_sid' },
      creator: { form: 'DefaultChannelCreatorRoleSid', answer: 'default_channel_creator_role_sid' },
    },
  },
};
